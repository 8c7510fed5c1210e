"""What changes hands when one thread runs in the place of another: who is the current thread, and what is its own."""

import sys
import threading
import weakref


class Belongings:
    """What threads keep in one `local`: the object has that of the current thread, and this of all others."""

    def __init__(self, owner, args, kwargs):
        self._owner = weakref.ref(owner, lambda _: _all.discard(self))
        self._arguments = (args, kwargs)
        self._kept = weakref.WeakKeyDictionary()

    def change(self, giver, taker):
        owner = self._owner()
        if owner is None:
            return
        self._kept[giver] = owner.__dict__
        is_new = taker not in self._kept
        owner.__dict__ = self._kept.pop(taker, {})
        if is_new and type(owner).__init__ is not object.__init__:
            args, kwargs = self._arguments
            owner.__init__(*args, **kwargs)


class local:
    """An object in which each thread sees its own attributes."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        owner = object.__new__(cls)
        _all.add(Belongings(owner, args, kwargs))
        return owner


def take(thread, function, *args, **kwargs):
    """Calls a function as a thread: meanwhile that is the current one, and what another has running is not seen."""
    starter = threading.current_thread()
    ident = threading.get_ident()
    hand_over(starter, thread)
    threading._active[ident] = thread
    asyncio = sys.modules.get("_asyncio")
    loop = asyncio and asyncio._get_running_loop()
    if loop is not None:
        task = asyncio._swap_current_task(loop, None)
        asyncio._set_running_loop(None)
    try:
        return function(*args, **kwargs)
    finally:
        if loop is not None:
            asyncio._set_running_loop(loop)
            asyncio._swap_current_task(loop, task)
        threading._active[ident] = starter
        hand_over(thread, starter)


def hand_over(giver, taker):
    for belongings in list(_all):
        belongings.change(giver, taker)


_all = set()
