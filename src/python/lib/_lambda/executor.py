"""Executors that run each call where it is submitted: a worker has no other threads to run it in."""

import contextvars
import itertools
import threading
from concurrent.futures import _base

from . import turns


class Worker(threading.Thread):
    """A thread of a pool, which takes its turn for each of its calls."""

    def __init__(self, name):
        super().__init__(name=name)
        self._calls = contextvars.Context()
        self._started.set()

    def call(self, function, *args, **kwargs):
        return turns.take(self, self._calls.run, function, *args, **kwargs)


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when an initializer has failed."""


class ThreadPoolExecutor(_base.Executor):
    """The interface of a pool of threads; a call is over when `submit` returns."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 6
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        self._initializer = initializer
        self._initargs = initargs
        # A call that submits another and waits for it keeps its worker busy meanwhile.
        self._idle = []
        self._workers = itertools.count()
        self._shutdown = False
        self._broken = None

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = _base.Future()
        worker = self._idle.pop() if self._idle else self._hire()
        if worker is None:
            future.set_exception(BrokenThreadPool(self._broken))
            return future
        future.set_running_or_notify_cancel()
        try:
            result = worker.call(fn, *args, **kwargs)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        finally:
            self._idle.append(worker)
        return future

    def _hire(self):
        worker = Worker(f"{self._thread_name_prefix}_{next(self._workers)}")
        if self._initializer is not None:
            try:
                worker.call(self._initializer, *self._initargs)
            except BaseException:
                _base.LOGGER.critical("Exception in initializer:", exc_info=True)
                self._broken = "A thread initializer failed, the thread pool is not usable anymore"
                return None
        return worker

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


def amend(module):
    module.BrokenThreadPool = BrokenThreadPool
    module.ThreadPoolExecutor = ThreadPoolExecutor
