"""Goes on without a package that may be missing."""

try:
    import orjson as json
except ImportError as error:
    import json

    print(f"{error}; using the standard library's")


def lambda_handler(event, context):
    return json.dumps(event, sort_keys=True)
