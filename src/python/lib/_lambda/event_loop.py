"""An event loop that waits for nothing but time, and for what falls due outside it."""

import threading
from asyncio import base_events, events, unix_events

from . import processes, timers

# The first language level without a current event loop of its own.
NO_IMPLICIT_LOOP = (3, 14)


class Selector:
    """Stands in for the selector of files and sockets: nothing ever becomes ready but what is due."""

    is_woken = False

    def select(self, timeout):
        if timeout is None:
            # Nothing is due in the loop: unless something else is, it stays so until the deadline.
            timeout = threading.TIMEOUT_MAX
        if timeout > 0:
            timers.wait(timeout, lambda: self.is_woken)
        self.is_woken = False
        return ()


class SelectorEventLoop(base_events.BaseEventLoop):
    """The loop that `asyncio.run` uses: timers, tasks, futures, queues, locks, and calls run in place of threads."""

    def __init__(self, selector=None):
        super().__init__()
        self._selector = Selector()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.is_woken = True

    async def subprocess_exec(self, *args, **kwargs):
        processes.refuse()

    subprocess_shell = subprocess_exec


def get_event_loop(policy):
    """Makes the main thread's loop when it is first asked for, as the runtimes up to Python 3.13 do.

    They do so unless one was set before, be it to None, as `asyncio.run` does in the end.
    """
    from __main__ import runtime

    is_new = not hasattr(policy._local, "is_set") and threading.current_thread() is threading.main_thread()
    if is_new and runtime.release < NO_IMPLICIT_LOOP:
        policy.set_event_loop(policy.new_event_loop())
    return inherited_get_event_loop(policy)


def set_event_loop(policy, loop):
    inherited_set_event_loop(policy, loop)
    policy._local.is_set = True


inherited_get_event_loop = events._BaseDefaultEventLoopPolicy.get_event_loop
inherited_set_event_loop = events._BaseDefaultEventLoopPolicy.set_event_loop


def amend(module):
    policy = unix_events._DefaultEventLoopPolicy
    policy._loop_factory = SelectorEventLoop
    policy.get_event_loop = get_event_loop
    policy.set_event_loop = set_event_loop
    for place in (module, unix_events):
        place.SelectorEventLoop = place.EventLoop = SelectorEventLoop
