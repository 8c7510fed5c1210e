"""Standard output and standard error are no terminals: libraries write no colours there."""

import os
import stat
import sys


def lambda_handler(event, context):
    return {
        "isatty": [stream.isatty() for stream in (sys.stdout, sys.stderr)] + [os.isatty(number) for number in range(3)],
        "device": stat.S_ISCHR(os.fstat(1).st_mode),
    }
