"""The older way: one loop, kept in module state, for every call."""

import asyncio

loop = asyncio.new_event_loop()


async def greet(name):
    await asyncio.sleep(0)
    return f"Hello, {name}"


def lambda_handler(event, context):
    return loop.run_until_complete(greet(event["name"]))
