"""Asks for the current loop after `asyncio.run` has closed its own, which leaves none."""

import asyncio


async def greet(name):
    return f"Hello, {name}"


def lambda_handler(event, context):
    if event["how"] == "run":
        return asyncio.run(greet(event["name"]))
    return asyncio.get_event_loop().run_until_complete(greet(event["name"]))
