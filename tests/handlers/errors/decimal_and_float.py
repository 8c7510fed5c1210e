from decimal import Decimal

RATE = 1.19


def lambda_handler(event, context):
    # What a table of DynamoDB gives as numbers are decimals.
    return Decimal(event["price"]) * RATE
