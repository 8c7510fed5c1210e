from decimal import Decimal


def lambda_handler(event, context):
    return [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("-NaN"), Decimal("sNaN")]
