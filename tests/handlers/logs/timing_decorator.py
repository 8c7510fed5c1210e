import functools
import logging
import time

logging.getLogger().setLevel("INFO")


def timed(function):
    @functools.wraps(function)
    def wrapper(*arguments, **options):
        begin = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            logging.info("%s took %.0f ms", function.__qualname__, (time.perf_counter() - begin) * 1000)

    return wrapper


@timed
def fetch(seconds):
    time.sleep(seconds)
    return "fetched"


@timed
def lambda_handler(event, context):
    return fetch(event["seconds"])
