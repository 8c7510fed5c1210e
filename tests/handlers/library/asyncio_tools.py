"""Tasks, a queue, a semaphore, a timeout and a cancellation."""

import asyncio


async def worker(queue, results, limit):
    while True:
        number = await queue.get()
        async with limit:
            await asyncio.sleep(0.01)
            results.append(number * number)
        queue.task_done()


async def main(numbers):
    queue, results, limit = asyncio.Queue(), [], asyncio.Semaphore(2)
    for number in numbers:
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker(queue, results, limit)) for _ in range(3)]
    await queue.join()
    for task in workers:
        task.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    try:
        await asyncio.wait_for(asyncio.sleep(60), timeout=0.01)
    except TimeoutError:
        timed_out = True
    return {"results": sorted(results), "ended": [type(end).__name__ for end in ended], "timedOut": timed_out}


def lambda_handler(event, context):
    return asyncio.run(main(event))
