"""Structural pattern matching over nested data."""

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(value):
    match value:
        case None | False:
            return "nothing"
        case bool() | int() | float() as number if number > 100:
            return f"large {number}"
        case int(number):
            return f"number {number}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y=0):
            return f"on the axis at {x}"
        case {"type": "point", "at": [x, y], **rest}:
            return describe(Point(x, y)) + (f" with {sorted(rest)}" if rest else "")
        case [first, *_, last]:
            return f"from {first} to {last}"
        case str() as text:
            return f"text of {len(text)}"
        case _:
            return "something"


def lambda_handler(event, context):
    return [describe(value) for value in event]
