"""What `os`, `sys` and `time` lack beside Linux, as far as it needs no other process."""

import collections
import os
import stat
import sys
import time

import _playground

from . import put


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Finds the file, or says that it is not there; modes are not kept."""
    os.stat(path)


def umask(mask, /):
    """Takes a mask and gives the one before; like modes, it is not kept with files."""
    before = masks.pop()
    masks.append(mask & 0o777)
    return before


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Tells what may be done with a file: what is not in `/tmp` can only be read, and programs there are none."""
    try:
        path = os.path.realpath(os.fsdecode(path))
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except OSError:
        return False
    is_writable = path == os.devnull or f"{path}/".startswith(f"{TEMPORARY}/")
    return (is_writable or not mode & os.W_OK) and (is_folder or not mode & os.X_OK)


def statvfs(path):
    """How large `/tmp` is and what of it is free; what is elsewhere has no room for more."""
    path = os.path.realpath(os.fsdecode(path))
    os.stat(path)
    size = LARGEST_TEMPORARY // BLOCK
    used = size
    if f"{path}/".startswith(f"{TEMPORARY}/"):
        files = (os.path.join(folder, name) for folder, _, names in os.walk(TEMPORARY) for name in names)
        used = sum(-(-os.path.getsize(file) // BLOCK) for file in files)
    free = max(size - used, 0)
    return statvfs_result(BLOCK, BLOCK, size, free, free, size, free, free, 0, 255)


def times():
    return times_result(time.process_time(), 0.0, 0.0, 0.0, time.monotonic())


masks = [0o022]

TEMPORARY = "/tmp"

# In bytes: what a function has unless it is given more.
LARGEST_TEMPORARY = 512 << 20
BLOCK = 4096

# As Lambda gives functions of any memory size at least.
PROCESSORS = 2

uname_result = collections.namedtuple("uname_result", "sysname nodename release version machine")
statvfs_result = collections.namedtuple(
    "statvfs_result", "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax"
)
times_result = collections.namedtuple("times_result", "user system children_user children_system elapsed")
for result in (uname_result, statvfs_result, times_result):
    result.__module__ = "posix"

# What Lambda says of itself, but for the version, which changes.
SYSTEM = uname_result("Linux", "169.254.100.6", "5.10.0.amzn2.x86_64", "#1 SMP", "x86_64")


def amend():
    sys.argv = ["/var/runtime/bootstrap.py"]
    time.process_time = lambda: _playground.process_time() / 1e9
    time.process_time_ns = _playground.process_time
    time.thread_time = time.process_time
    time.thread_time_ns = time.process_time_ns
    put(os, access, chmod, statvfs, times, umask)
    os.statvfs_result, os.times_result = statvfs_result, times_result
    os.getloadavg = lambda: (0.0, 0.0, 0.0)
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
