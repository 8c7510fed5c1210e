"""Runs a program of the system beside a loop."""

import asyncio


async def run(text):
    process = await asyncio.create_subprocess_exec("echo", text, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return output.decode()


def lambda_handler(event, context):
    try:
        return asyncio.run(run(event["text"]))
    except OSError as error:
        return f"{type(error).__name__}: {error}"
