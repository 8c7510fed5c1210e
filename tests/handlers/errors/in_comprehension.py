def price(line):
    return line["price"] * line["count"]


def lambda_handler(event, context):
    return sum(price(line) for line in event)
