def lambda_handler(event, context):
    return {
        "text": 'a "quoted"\ttext \\ with / and \x07',
        "whole": 42,
        "negative": -7,
        "large": 2**70,
        "fraction": 0.1 + 0.2,
        "tiny": 1e-9,
        "exact": 3.0,
        "huge": 1e22,
        "yes": True,
        "no": False,
        "nothing": None,
        "list": [1, [2, []]],
        "object": {},
    }
