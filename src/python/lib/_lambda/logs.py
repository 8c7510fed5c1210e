"""Logging names the line whose record it cannot write: it tells its own frames by the folder they are in.

The library stands in no folder, and a package without one ends the handler there.
"""


def amend(logging):
    logging.__path__ = [""]
