"""Executors that run each call where it is submitted: a worker has no other threads to run it in."""

import itertools
from concurrent.futures import _base


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
        self._shutdown = False
        self._broken = None

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = _base.Future()
        if not self._initialize():
            future.set_exception(BrokenThreadPool(self._broken))
            return future
        future.set_running_or_notify_cancel()
        try:
            result = fn(*args, **kwargs)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        return future

    def _initialize(self):
        initializer, self._initializer = self._initializer, None
        if initializer is None:
            return True
        try:
            initializer(*self._initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            return False
        return True

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


def amend(module):
    module.BrokenThreadPool = BrokenThreadPool
    module.ThreadPoolExecutor = ThreadPoolExecutor
