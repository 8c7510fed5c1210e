import inspect
import operator
import types
import weakref
from abc import ABC, abstractmethod


class Shape(ABC):
    registry = {}

    def __init_subclass__(cls, /, name, **options):
        super().__init_subclass__(**options)
        Shape.registry[name] = cls

    @abstractmethod
    def area(self) -> float: ...


class Square(Shape, name="square"):
    def __init__(self, side: float = 1):
        self.side = side

    def area(self) -> float:
        return self.side**2


class Validated:
    def __set_name__(self, owner, name):
        self.name = f"_{name}"

    def __get__(self, instance, owner=None):
        return getattr(instance, self.name, None)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} is negative")
        setattr(instance, self.name, value)


class Account:
    balance = Validated()


def lambda_handler(event, context):
    try:
        Shape()
    except TypeError as error:
        refused = "abstract" in str(error)
    account = Account()
    account.balance = 5
    try:
        account.balance = -1
    except ValueError as error:
        negative = str(error)
    square = Shape.registry["square"](3)
    reference = weakref.ref(square)
    return {
        "refused": refused,
        "negative": negative,
        "area": reference().area(),
        "signature": str(inspect.signature(Square.__init__)),
        "members": [name for name, _ in inspect.getmembers(Square, inspect.isfunction)],
        "attribute": operator.attrgetter("side")(square),
        "frozen": type(types.MappingProxyType({})).__name__,
        "mro": [cls.__name__ for cls in Square.__mro__],
    }
