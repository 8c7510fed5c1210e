from dataclasses import dataclass


@dataclass
class Order:
    price: int
    count: int = 1

    def total(self):
        return self.price * self.count
