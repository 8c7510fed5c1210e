"""Asynchronous generators, context managers and comprehensions."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


async def rows(count):
    for number in range(count):
        await asyncio.sleep(0)
        yield number


async def main():
    async with connection("orders"):
        return [number async for number in rows(5) if number % 2 == 0]


def lambda_handler(event, context):
    return asyncio.run(main())
