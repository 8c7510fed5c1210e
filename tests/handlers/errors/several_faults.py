"""Collects what is wrong with its input, and raises it all at once."""


class Invalid(ValueError):
    def __init__(self, field, reason):
        super().__init__(f"{field} {reason}")
        self.field = field


def faults(order):
    if not order.get("name"):
        yield Invalid("name", "is missing")
    if not isinstance(order.get("count"), int):
        yield Invalid("count", "is not a number")


def check(order):
    if found := list(faults(order)):
        raise ExceptionGroup("invalid order", found)


def lambda_handler(event, context):
    if event["is_strict"]:
        check(event)
    wrong = []
    try:
        check(event)
    except* Invalid as group:
        wrong = [fault.field for fault in group.exceptions]
    return wrong
