"""In Python 3.8 an error names no request."""


def lambda_handler(event, context):
    raise ValueError("old")
