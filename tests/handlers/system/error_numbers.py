"""The numbers of errors are Linux's."""

import errno
import os


def lambda_handler(event, context):
    names = ("ENOENT", "EEXIST", "EACCES", "ENOTEMPTY", "EROFS", "ECONNREFUSED", "ETIMEDOUT", "ENOSYS")
    return {name: getattr(errno, name) for name in names} | {"text": os.strerror(errno.ECONNREFUSED)}
