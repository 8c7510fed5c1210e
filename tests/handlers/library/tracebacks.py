"""Formats an error for a report."""

import sys
import traceback


def inner(value):
    return 10 / value


def lambda_handler(event, context):
    try:
        inner(0)
    except ZeroDivisionError as error:
        [first, *_, last] = traceback.extract_tb(error.__traceback__)
        report = {
            "only": traceback.format_exception_only(error),
            "frames": [first.name, last.name],
            "line": last.line,
            "number": last.lineno,
            "same": sys.exc_info()[1] is error,
            "begins": traceback.format_exc().splitlines()[0],
            "ends": traceback.format_exc().splitlines()[-1],
        }
    report["stack"] = traceback.extract_stack()[-1].name
    return report
