"""The names of signals: they can be handled and raised as on Linux, but nobody sends them."""

import enum

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

    signal.Signals = Signals
    vars(signal).update(Signals.__members__)
    signal.signal = install
    signal.getsignal = lambda number: handlers[Signals(number)]
    signal.valid_signals = lambda: set(Signals)
