"""Data classes as models: defaults, checks, order, and conversion."""

from dataclasses import KW_ONLY, asdict, dataclass, field, replace
from typing import ClassVar


@dataclass(order=True, slots=True)
class Line:
    sku: str
    price: int = field(compare=False)
    _: KW_ONLY
    count: int = 1

    def __post_init__(self):
        if self.count < 1:
            raise ValueError(f"count of {self.sku} is {self.count}")


@dataclass
class Order:
    LIMIT: ClassVar[int] = 10
    id: str
    lines: list[Line] = field(default_factory=list)

    @property
    def total(self):
        return sum(line.price * line.count for line in self.lines)

    @classmethod
    def parse(cls, data):
        return cls(data["id"], sorted(Line(**line) for line in data["lines"]))


def lambda_handler(event, context):
    order = Order.parse(event)
    print(replace(order, id="copy"))
    return {**asdict(order), "total": order.total}
