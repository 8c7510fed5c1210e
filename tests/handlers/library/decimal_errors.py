"""Takes amounts as text, and says what is wrong with them."""

from decimal import Decimal, DivisionByZero, InvalidOperation


def share(amount, people):
    try:
        return str((Decimal(amount) / Decimal(people)).quantize(Decimal("0.01")))
    except DivisionByZero as error:
        return f"nobody: {error}"
    except InvalidOperation as error:
        return f"not an amount: {error}"


def lambda_handler(event, context):
    return [share(amount, people) for amount, people in event]
