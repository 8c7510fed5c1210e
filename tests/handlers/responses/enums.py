from enum import Enum, IntEnum


class Size(IntEnum):
    SMALL = 1
    LARGE = 2


class Colour(str, Enum):
    RED = "red"


def lambda_handler(event, context):
    return {"size": Size.LARGE, "colour": Colour.RED, Size.SMALL: Colour.RED.value}
