class EmptyCart(Exception):
    """Nothing to pay for."""


def pay(cart):
    if not cart:
        raise EmptyCart("the cart is empty")
    return sum(cart)
