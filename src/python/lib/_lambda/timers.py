"""What falls due while a handler sleeps: calls that wait for their moment on the clock, which jumps over sleeps.

Nothing runs beside a handler. So a call comes when the handler sleeps or waits past its moment, and never while it
computes; what is not due when the handler ends stays for the next invocation, as in a frozen environment on Lambda.
"""

import bisect
import os
import threading
import time

from . import NOBODY_ELSE, put

STANDARD_ERROR = 2

# In seconds: it is past every deadline, and not taken for a wait without an end.
LONGEST_SLEEP = 1_000_000

# In the order of their moments.
_pending = []

native_sleep = time.sleep


class Call:
    """A call that waits for its moment."""

    def __init__(self, moment, function):
        self.moment = moment
        self.function = function

    def left(self):
        """The seconds until it is due."""
        return max(self.moment - time.monotonic(), 0)


def schedule(seconds, function):
    """Has a function called once so many seconds have passed, if the handler lets them pass."""
    call = Call(time.monotonic() + seconds, function)
    bisect.insort(_pending, call, key=lambda call: call.moment)
    return call


def withdraw(call):
    if call in _pending:
        _pending.remove(call)


def wait(seconds, is_over):
    """Lets time pass until something is so, and makes the calls that fall due; tells whether it is so."""
    end = time.monotonic() + seconds
    while not is_over() and _pending and _pending[0].moment <= end:
        call = _pending[0]
        native_sleep(call.left())
        withdraw(call)
        call.function()
    if not is_over():
        if seconds >= threading.TIMEOUT_MAX:
            os.write(STANDARD_ERROR, NOBODY_ELSE.encode())
        native_sleep(max(end - time.monotonic(), 0))
    return is_over()


def sleep(seconds, /):
    if _pending and isinstance(seconds, (int, float)) and seconds >= 0:
        wait(min(seconds, LONGEST_SLEEP), lambda: False)
    else:
        native_sleep(seconds)


def start(timer):
    """Has a timer's thread run at its moment; one with a `run` of its own runs at once, as every thread does."""
    if type(timer).run is not threading.Timer.run or timer._started.is_set():
        return inherited_start(timer)
    timer._started.set()
    timer._call = schedule(max(timer.interval, 0), lambda: run(timer))
    return None


def run(timer):
    interval, timer.interval = timer.interval, 0
    timer._started.clear()
    timer._call = None
    try:
        inherited_start(timer)
    finally:
        timer.interval = interval


def is_alive(timer):
    return not timer._is_withdrawn and inherited_is_alive(timer)


def join(timer, timeout=None):
    if timer._call is None and not timer._is_withdrawn:
        inherited_join(timer, timeout)
    else:
        wait(threading.TIMEOUT_MAX if timeout is None else max(timeout, 0), lambda: timer._call is None)


def cancel(timer):
    timer.finished.set()
    if timer._call is not None:
        withdraw(timer._call)
        timer._call = None
        timer._is_withdrawn = True


inherited_start = threading.Timer.start
inherited_is_alive = threading.Timer.is_alive
inherited_join = threading.Timer.join


def amend():
    put(time, sleep)
    threading.Timer._call = None
    threading.Timer._is_withdrawn = False
    for function in (start, is_alive, join, cancel):
        setattr(threading.Timer, function.__name__, function)
