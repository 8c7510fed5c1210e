from functools import partial, reduce, singledispatch, singledispatchmethod, total_ordering


@singledispatch
def show(value):
    return f"<{type(value).__name__}>"


@show.register
def _(value: int | float):
    return f"{value:,}"


@show.register
def _(value: list):
    return "[" + " ".join(map(show, value)) + "]"


@show.register(type(None))
def _(value):
    return "-"


class Converter:
    @singledispatchmethod
    def cents(self, value):
        raise TypeError(f"no money: {value!r}")

    @cents.register
    def _(self, value: int):
        return value * 100

    @cents.register
    def _(self, value: str):
        return int(value.replace(".", ""))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


def lambda_handler(event, context):
    power = partial(pow, 2)
    return {
        "shown": [show(value) for value in event],
        "cents": [Converter().cents(value) for value in (3, "4.50")],
        "powers": reduce(lambda total, n: total + power(n), range(4), 0),
        "newer": Version("1.10") >= Version("1.9"),
    }
