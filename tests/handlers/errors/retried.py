"""Retries what fails, waiting longer each time, and gives up in the end."""

import time


class Unavailable(Exception):
    pass


def retry(attempts, base):
    def decorator(function):
        def wrapper(*arguments):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*arguments)
                except Unavailable as error:
                    print(f"attempt {attempt}: {error}")
                    if attempt == attempts:
                        raise
                    time.sleep(base * 2**attempt)

        return wrapper

    return decorator


calls = 0


@retry(attempts=3, base=0.01)
def fetch(succeed_at):
    global calls
    calls += 1
    if calls < succeed_at:
        raise Unavailable(f"call {calls} was refused")
    return calls


def lambda_handler(event, context):
    return fetch(event["succeedAt"])
