"""What Python is given to compute, in the playground and in the yardstick."""

import json
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def loop():
    total = 0
    for number in range(1_000_000):
        total += number % 7
    return total


def round_trip():
    items = [{"id": i, "name": f"item {i}", "tags": ["one", "two"], "price": i / 4} for i in range(20_000)]
    return json.loads(json.dumps(items))


def update():
    counts = {}
    for number in range(300_000):
        key = number % 1_000
        counts[key] = counts.get(key, 0) + 1
    return counts


WORK = {"fib(24)": lambda: fib(24), "integer loop": loop, "json": round_trip, "dict": update}


def lambda_handler(event, context):
    begin = time.perf_counter()
    WORK[event]()
    return (time.perf_counter() - begin) * 1000
