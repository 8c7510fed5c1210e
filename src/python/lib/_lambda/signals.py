"""Signals that a handler raises itself, or has an alarm raise: nobody else sends any.

An alarm goes by the clock of the environment: it comes when a sleep or a wait reaches its moment, which it cuts there
if the signal's handler raises an exception. It does not come while the handler computes. What nobody handles ends the
process, with the status that a shell would tell.
"""

import enum
import errno
import math
import os
import sys

from . import timers

NUMBERS = {
    "SIGHUP": 1,
    "SIGINT": 2,
    "SIGQUIT": 3,
    "SIGILL": 4,
    "SIGABRT": 6,
    "SIGFPE": 8,
    "SIGKILL": 9,
    "SIGUSR1": 10,
    "SIGSEGV": 11,
    "SIGUSR2": 12,
    "SIGPIPE": 13,
    "SIGALRM": 14,
    "SIGTERM": 15,
    "SIGCHLD": 17,
}

IGNORED_BY_DEFAULT = ("SIGCHLD",)

ITIMERS = {"ITIMER_REAL": 0, "ITIMER_VIRTUAL": 1, "ITIMER_PROF": 2}


class ItimerError(OSError):
    """What a timer that cannot be is refused with."""


class Alarm:
    """The one timer that counts the time that passes."""

    def __init__(self, ring):
        self._ring = ring
        self._call = None
        self._interval = 0.0

    def get(self, which):
        self._check(which)
        return (self._call.left(), self._interval) if self._call else (0.0, 0.0)

    def set(self, which, seconds, interval=0.0):
        before = self.get(which)
        if seconds < 0 or interval < 0:
            raise ItimerError(errno.EINVAL, "Invalid argument")
        if self._call:
            timers.withdraw(self._call)
        self._interval = float(interval)
        self._call = timers.schedule(seconds, self._fire) if seconds > 0 else None
        return before

    def alarm(self, seconds):
        """Sets the timer to whole seconds, and gives those that were left."""
        left, _ = self.set(ITIMERS["ITIMER_REAL"], seconds)
        return math.ceil(left)

    def _fire(self):
        self._call = timers.schedule(self._interval, self._fire) if self._interval else None
        self._ring()

    @staticmethod
    def _check(which):
        if which != ITIMERS["ITIMER_REAL"]:
            raise ItimerError(errno.EINVAL, "Invalid argument")


def interrupted():
    """The frame that a signal comes into."""
    frame = sys._getframe()
    while frame.f_back and frame.f_code.co_filename.startswith(__package__):
        frame = frame.f_back
    return frame


def amend(signal):
    Signals = enum.IntEnum("Signals", NUMBERS, module="signal")
    handlers = dict.fromkeys(Signals, signal.SIG_DFL)

    def install(number, handler):
        number = Signals(number)
        if number is Signals.SIGKILL:
            raise OSError(22, "Invalid argument")
        if not callable(handler) and handler not in (signal.SIG_DFL, signal.SIG_IGN):
            raise TypeError(
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
            )
        before, handlers[number] = handlers[number], handler
        return before

    def send(number):
        number = Signals(number)
        handler = handlers[number]
        if callable(handler):
            handler(number, interrupted())
        elif handler == signal.SIG_DFL and number.name not in IGNORED_BY_DEFAULT:
            os._exit(128 + number)

    alarm = Alarm(lambda: send(Signals.SIGALRM))
    handlers[Signals.SIGINT] = signal.default_int_handler
    signal.Signals = Signals
    vars(signal).update(Signals.__members__)
    signal.signal = install
    signal.raise_signal = send
    vars(signal).update(ITIMERS)
    signal.ItimerError = signal.itimer_error = ItimerError
    signal.alarm, signal.setitimer, signal.getitimer = alarm.alarm, alarm.set, alarm.get
    signal.getsignal = lambda number: handlers[Signals(number)]
    signal.valid_signals = lambda: set(Signals)
