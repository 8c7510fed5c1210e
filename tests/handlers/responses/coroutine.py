"""An `async` handler gives a coroutine that nobody awaits."""

import warnings

warnings.simplefilter("ignore")


async def lambda_handler(event, context):
    return "never"
