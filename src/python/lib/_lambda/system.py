"""What `os`, `sys` and `time` lack beside Linux, as far as it needs no other process."""

import collections
import os
import sys
import time

import _playground


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Finds the file, or says that it is not there; modes are not kept."""
    os.stat(path)


# As Lambda gives functions of any memory size at least.
PROCESSORS = 2

uname_result = collections.namedtuple("uname_result", "sysname nodename release version machine")
uname_result.__module__ = "posix"

# What Lambda says of itself, but for the version, which changes.
SYSTEM = uname_result("Linux", "169.254.100.6", "5.10.0.amzn2.x86_64", "#1 SMP", "x86_64")


def amend():
    sys.argv = ["/var/runtime/bootstrap.py"]
    time.process_time = lambda: _playground.process_time() / 1e9
    time.process_time_ns = _playground.process_time
    time.thread_time = time.process_time
    time.thread_time_ns = time.process_time_ns
    os.chmod = chmod
    for name in ("getuid", "geteuid"):
        setattr(os, name, lambda: 993)
    for name in ("getgid", "getegid"):
        setattr(os, name, lambda: 990)
    os.getppid = lambda: 1
    os.uname_result = uname_result
    os.uname = lambda: SYSTEM
    os.confstr = {"CS_GNU_LIBC_VERSION": "glibc 2.34"}.get
    os.cpu_count = os.process_cpu_count = lambda: PROCESSORS
    os.sched_getaffinity = lambda pid: set(range(PROCESSORS))
