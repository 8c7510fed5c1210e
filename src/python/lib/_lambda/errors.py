"""Error numbers as Linux has them: what the system under the interpreter reports are WASI's.

An error that the system reported names WASI's number once more at the end of its text, `(os error 44)`; that is how it
is told from one that Python code raised with a number of Linux.
"""

import errno
import os
import re

import _playground

# Linux's numbers; WASI's count from 1 in the order of the names.
LINUX = {
    "E2BIG": 7, "EACCES": 13, "EADDRINUSE": 98, "EADDRNOTAVAIL": 99, "EAFNOSUPPORT": 97, "EAGAIN": 11, "EALREADY": 114,
    "EBADF": 9, "EBADMSG": 74, "EBUSY": 16, "ECANCELED": 125, "ECHILD": 10, "ECONNABORTED": 103, "ECONNREFUSED": 111,
    "ECONNRESET": 104, "EDEADLK": 35, "EDESTADDRREQ": 89, "EDOM": 33, "EDQUOT": 122, "EEXIST": 17, "EFAULT": 14,
    "EFBIG": 27, "EHOSTUNREACH": 113, "EIDRM": 43, "EILSEQ": 84, "EINPROGRESS": 115, "EINTR": 4, "EINVAL": 22, "EIO": 5,
    "EISCONN": 106, "EISDIR": 21, "ELOOP": 40, "EMFILE": 24, "EMLINK": 31, "EMSGSIZE": 90, "EMULTIHOP": 72,
    "ENAMETOOLONG": 36, "ENETDOWN": 100, "ENETRESET": 102, "ENETUNREACH": 101, "ENFILE": 23, "ENOBUFS": 105,
    "ENODEV": 19, "ENOENT": 2, "ENOEXEC": 8, "ENOLCK": 37, "ENOLINK": 67, "ENOMEM": 12, "ENOMSG": 42, "ENOPROTOOPT": 92,
    "ENOSPC": 28, "ENOSYS": 38, "ENOTCONN": 107, "ENOTDIR": 20, "ENOTEMPTY": 39, "ENOTRECOVERABLE": 131, "ENOTSOCK": 88,
    "ENOTSUP": 95, "ENOTTY": 25, "ENXIO": 6, "EOPNOTSUPP": 95, "EOVERFLOW": 75, "EOWNERDEAD": 130, "EPERM": 1,
    "EPIPE": 32, "EPROTO": 71, "EPROTONOSUPPORT": 93, "EPROTOTYPE": 91, "ERANGE": 34, "EROFS": 30, "ESPIPE": 29,
    "ESRCH": 3, "ESTALE": 116, "ETIMEDOUT": 110, "ETXTBSY": 26, "EWOULDBLOCK": 11, "EXDEV": 18,
}  # fmt: skip

FROM_WASI = {getattr(errno, name): number for name, number in LINUX.items()}
TO_WASI = {number: wasi for wasi, number in FROM_WASI.items()}

# What `OSError(number, text)` makes of a number.
CLASSES = {
    LINUX[name]: kind
    for kind, names in {
        BlockingIOError: "EAGAIN EALREADY EINPROGRESS",
        BrokenPipeError: "EPIPE",
        ChildProcessError: "ECHILD",
        ConnectionAbortedError: "ECONNABORTED",
        ConnectionRefusedError: "ECONNREFUSED",
        ConnectionResetError: "ECONNRESET",
        FileExistsError: "EEXIST",
        FileNotFoundError: "ENOENT",
        InterruptedError: "EINTR",
        IsADirectoryError: "EISDIR",
        NotADirectoryError: "ENOTDIR",
        PermissionError: "EACCES EPERM",
        ProcessLookupError: "ESRCH",
        TimeoutError: "ETIMEDOUT",
    }.items()
    for name in names.split()
}

REPORTED = re.compile(r"(.*) \(os error (\d+)\)", re.DOTALL)

native_strerror = os.strerror


def strerror(number):
    if number in TO_WASI:
        return native_strerror(TO_WASI[number])
    return "Success" if number == 0 else f"Unknown error {number}"


def reported(error):
    """The match of the text of an error that the system reported."""
    text = FIELDS["strerror"].__get__(error)
    return REPORTED.fullmatch(text) if isinstance(text, str) else None


def get_errno(error):
    number = FIELDS["errno"].__get__(error)
    return FROM_WASI.get(number, number) if reported(error) else number


def get_strerror(error):
    found = reported(error)
    return found[1] if found else FIELDS["strerror"].__get__(error)


def get_args(error):
    return (get_errno(error), get_strerror(error)) if reported(error) else FIELDS["args"].__get__(error)


def represent(error):
    arguments = get_args(error)
    shown = f"({arguments[0]!r})" if len(arguments) == 1 else repr(arguments)
    return type(error).__name__ + shown


def class_of(number):
    """The class of the error with a number of Linux."""
    return CLASSES.get(number)


FIELDS = {"errno": vars(OSError)["errno"], "strerror": vars(OSError)["strerror"], "args": vars(BaseException)["args"]}
GETTERS = {"errno": get_errno, "strerror": get_strerror, "args": get_args}


def amend():
    vars(errno).update(LINUX)
    errno.errorcode.clear()
    errno.errorcode.update((number, name) for name, number in LINUX.items())
    os.strerror = strerror
    for name, getter in GETTERS.items():
        field = FIELDS[name]
        _playground.set_type_attribute(OSError, name, property(getter, field.__set__, field.__delete__))
    _playground.set_type_attribute(OSError, "__repr__", represent)
    _playground.amend_os_error(class_of, [OSError, *OSError.__subclasses__(), *ConnectionError.__subclasses__()])
