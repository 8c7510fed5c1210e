"""Type parameters and text within text, as Python 3.12 writes them."""

from typing import override

type Pairs[T] = list[tuple[str, T]]


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Loud[T](Stack[T]):
    @override
    def push(self, item: T) -> "Stack[T]":
        print(f"push {", ".join(f"{key}={value!r}" for key, value in {"item": item}.items())}")
        return super().push(item)


def first[T](items: list[T]) -> T:
    return items[0]


def lambda_handler(event, context):
    stack = Loud[int]().push(1).push(2)
    return [first(stack.items), Pairs.__name__, str(Loud.__type_params__[0])]
