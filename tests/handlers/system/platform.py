import os
import sys


def lambda_handler(event, context):
    return {
        "platform": sys.platform,
        "os": os.name,
        "separator": os.sep,
        "implementation": sys.implementation.name,
        "words": sys.maxsize == 2**63 - 1,
        "order": sys.byteorder,
        "encoding": sys.getdefaultencoding(),
        "files": sys.getfilesystemencoding(),
        "recursion": sys.getrecursionlimit(),
    }
