from config import TAX


def with_tax(cents):
    return round(cents * (100 + TAX) / 100)


def discount(cents, percent=10):
    return cents * (100 - percent) // 100
