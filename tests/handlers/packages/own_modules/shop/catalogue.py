__all__ = ["PRICES"]

PRICES = {"book": 2000, "pen": 150}
