"""Types that are there at run time too."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, get_type_hints, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Priced(Protocol):
    def price(self) -> int: ...


class Repository(Generic[T]):
    def __init__(self, make: Callable[[dict[str, Any]], T]) -> None:
        self.make = make
        self.items: list[T] = []

    def load(self, rows: Iterable[dict[str, Any]]) -> "Repository[T]":
        self.items.extend(map(self.make, rows))
        return self


class Row(TypedDict, total=False):
    name: str
    size: Literal["S", "L"]
    note: Optional[str]


class Item(NamedTuple):
    name: str
    cents: int = 100

    def price(self) -> int:
        return self.cents


def lambda_handler(event: list[Row], context) -> list:
    items = Repository[Item](lambda row: Item(row["name"])).load(event).items
    return [
        [item.name for item in items],
        isinstance(items[0], Priced),
        list(get_type_hints(Row)),
        sorted(Row.__optional_keys__),
        str(dict[str, int] | None),
    ]
