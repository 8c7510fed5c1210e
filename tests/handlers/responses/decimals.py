"""Lambda's encoder writes decimals digit by digit."""

from decimal import Decimal


def lambda_handler(event, context):
    return {"price": Decimal("19.90"), "count": Decimal("3"), "rate": Decimal("0.1") + Decimal("0.2")}
