"""Takes doubles out of a list."""


def lambda_handler(event, context):
    return list(set(event))
