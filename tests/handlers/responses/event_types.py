"""An event is whatever its JSON says."""


def lambda_handler(event, context):
    return f"{type(event).__name__}: {event!r}"
