"""Asks the system for facts and figures."""

import os
import platform
import resource
import signal


def lambda_handler(event, context):
    return {
        "system": platform.system(),
        "machine": os.uname().machine,
        "libc": platform.libc_ver()[0],
        "processors": len(os.sched_getaffinity(0)) >= 1,
        "pagesize": resource.getpagesize(),
        "signal": signal.SIGTERM.value,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0,
    }
