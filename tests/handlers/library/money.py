"""Adds up money without losing a cent."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from fractions import Fraction

CENT = Decimal("0.01")


def lambda_handler(event, context):
    prices = [Decimal(price) for price in event["prices"]]
    total = sum(prices)
    tax = (total * Decimal("0.077")).quantize(CENT, rounding=ROUND_HALF_UP)
    share, rest = divmod(int((total + tax) / CENT), event["people"])
    with localcontext() as precise:
        precise.prec = 50
        third = str(Decimal(1) / 3)
    try:
        Decimal("12,50")
    except InvalidOperation as error:
        refused = type(error).__name__
    return {
        "total": str(total),
        "tax": str(tax),
        "shares": [f"{Decimal(share + (index < rest)) * CENT:.2f}" for index in range(event["people"])],
        "even": [str(Decimal(text).quantize(Decimal(1), ROUND_HALF_EVEN)) for text in ("0.5", "1.5", "2.5")],
        "third": third,
        "fraction": str(Fraction("0.125") + Fraction(1, 3)),
        "shown": f"{total:>12,.2f}|{Decimal('1E+3'):f}|{Decimal('-0'):+}",
        "refused": refused,
    }
