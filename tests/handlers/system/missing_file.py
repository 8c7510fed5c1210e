"""Tells errors of the file system apart."""

import errno
import os


def attempt(act):
    try:
        act()
    except OSError as error:
        return [type(error).__name__, errno.errorcode.get(error.errno), error.strerror]


def lambda_handler(event, context):
    os.makedirs("/tmp/folder/inner", exist_ok=True)
    return {
        "missing": attempt(lambda: open("/tmp/none.txt")),
        "folder": attempt(lambda: open("/tmp/folder")),
        "exists": attempt(lambda: os.mkdir("/tmp/folder")),
        "full": attempt(lambda: os.rmdir("/tmp/folder")),
        "not a folder": attempt(lambda: os.listdir("/tmp/none")),
    }
