"""Processes that are not started, with an OSError that says why."""

import errno
import os

from . import NO_PROCESSES, put


def refuse(*args, **kwargs):
    raise OSError(errno.ENOSYS, NO_PROCESSES)


def amend(subprocess):
    subprocess.Popen.__init__ = refuse


def kill(process, number, /):
    """Sends a signal to the process itself, or finds no other."""
    import signal

    if process != os.getpid():
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
    if number:
        signal.raise_signal(number)


def amend_os():
    names = "system popen fork forkpty posix_spawn posix_spawnp execv execve execl execle execlp execlpe execvp execvpe"
    for name in f"{names} spawnl spawnle spawnlp spawnv spawnve spawnvp".split():
        setattr(os, name, refuse)
    put(os, kill)
    os.register_at_fork = lambda **calls: None
