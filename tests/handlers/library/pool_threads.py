"""Each thread of a pool has its own session, context and event loop."""

import asyncio
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

kept = threading.local()
tenant = contextvars.ContextVar("tenant", default="nobody")
opened = []


def session():
    """Opens one session for each thread, as clients that are not safe to share want it."""
    if not hasattr(kept, "session"):
        kept.session = f"session {len(opened)}"
        opened.append(threading.current_thread().name)
    return kept.session


async def ask(question):
    await asyncio.sleep(0.01)
    return f"{question}!"


def ask_and_wait(question):
    """Calls asynchronous code from code that is not, whether a loop runs or not."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(ask(question))
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, ask(question)).result()


async def main():
    return [ask_and_wait("outside"), await asyncio.to_thread(ask_and_wait, "inside")]


def lambda_handler(event, context):
    tenant.set("ours")
    session()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="fetch") as pool:
        sessions = {pool.submit(session).result() for _ in range(3)}
        inherited = pool.submit(tenant.get).result()
        pool.submit(tenant.set, "theirs").result()
        remembered = pool.submit(tenant.get).result()
    return {
        "sessions": sorted(sessions),
        "opened": opened,
        "tenants": [inherited, remembered, tenant.get()],
        "asked": asyncio.run(main()),
    }
