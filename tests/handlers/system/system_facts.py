import platform
import resource
import signal


def lambda_handler(event, context):
    return {
        "system": platform.system(),
        "pagesize": resource.getpagesize(),
        "signal": signal.SIGTERM.value,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0,
    }
