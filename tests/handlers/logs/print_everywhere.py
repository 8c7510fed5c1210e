"""Standard output and standard error end up in one log, in order."""

import sys
import warnings


def lambda_handler(event, context):
    print("one")
    print("two", "three", sep=", ", end=".\n")
    print("to standard error", file=sys.stderr)
    sys.stdout.write("without a line feed")
    print()
    print({"a": 1}, [None, True], "ünïcödé")
    warnings.simplefilter("always")
    warnings.warn("this is old", DeprecationWarning)
    print("flushed", flush=True)
