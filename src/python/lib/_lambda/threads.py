"""Locks for one thread: only what falls due meanwhile can release what is held, so waiting for it lets time pass.

`threading.Thread` runs its target inside `start`, which is the interpreter's own doing.
"""

import _thread
import threading

from . import timers, turns


class Lock:
    """A lock that knows whether it is held."""

    __slots__ = ("_held", "__weakref__")

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if self._held and blocking:
            timers.wait(threading.TIMEOUT_MAX if timeout == -1 else timeout, lambda: not self._held)
        if self._held:
            return False
        self._held = True
        return True

    acquire_lock = acquire

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    release_lock = release

    def locked(self):
        return self._held

    locked_lock = locked

    def _at_fork_reinit(self):
        self._held = False

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


class RLock:
    """A lock that its holder, the only thread there is, may take again."""

    __slots__ = ("_count", "__weakref__")

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def locked(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def _at_fork_reinit(self):
        self._count = 0

    def _is_owned(self):
        return self._count > 0

    def _release_save(self):
        count, self._count = self._count, 0
        return count

    def _acquire_restore(self, count):
        self._count = count

    def _recursion_count(self):
        return self._count

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        return f"<{state} _thread.RLock object count={self._count} at {id(self):#x}>"


def begin(thread):
    """Runs a thread, after which the one that started it is the current one again."""
    turns.take(thread, inherited_begin, thread)


inherited_begin = threading.Thread._bootstrap_inner


def amend():
    _thread.allocate_lock = threading._allocate_lock = threading.Lock = Lock
    _thread.LockType = Lock
    _thread.RLock = threading._CRLock = threading.RLock = RLock
    _thread._local = threading.local = turns.local
    threading._main_thread._started._cond = threading.Condition(Lock())
    threading.Thread._bootstrap_inner = begin
