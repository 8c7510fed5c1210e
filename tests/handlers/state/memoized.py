from functools import lru_cache


@lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def lambda_handler(event, context):
    value = fibonacci(event["n"])
    return {"value": value, **fibonacci.cache_info()._asdict()}
