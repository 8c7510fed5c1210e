"""Waits for several things at once."""

import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} after {seconds}"


async def main(requests):
    return await asyncio.gather(*(fetch(**request) for request in requests))


def lambda_handler(event, context):
    begin = time.monotonic()
    results = asyncio.run(main(event))
    elapsed = time.monotonic() - begin
    return {"results": results, "atOnce": elapsed < sum(request["seconds"] for request in event)}
