from shop.checkout import pay


def lambda_handler(event, context):
    return pay(event["cart"])
