class PaymentDeclined(Exception):
    def __init__(self, card, reason):
        super().__init__(f"card ending in {card[-4:]}: {reason}")
        self.reason = reason


def charge(card, amount):
    if amount > 100:
        raise PaymentDeclined(card, "limit exceeded")
    return amount


def lambda_handler(event, context):
    print("charging")
    return charge(event["card"], event["amount"])
