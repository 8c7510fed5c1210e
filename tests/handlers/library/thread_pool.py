"""Maps a function over its input with a pool of threads."""

from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(number):
    if number == 3:
        raise ValueError("three is not there")
    return number * 10


def lambda_handler(event, context):
    with ThreadPoolExecutor(max_workers=4) as pool:
        doubled = list(pool.map(lambda number: number * 2, event))
        futures = {pool.submit(fetch, number): number for number in event}
        outcomes = {}
        for future in as_completed(futures):
            error = future.exception()
            outcomes[futures[future]] = str(error) if error else future.result()
    return {"doubled": doubled, "outcomes": dict(sorted(outcomes.items()))}
