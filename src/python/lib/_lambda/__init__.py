"""What the interpreter in a worker lacks of Python on Lambda, put right in each module as it is imported.

A worker has one thread, no network and no processes. What can be had without them is given here; the rest fails with
an OSError that says so.
"""

import _imp
import importlib
import sys

from _playground import open_library
from _playground import reseed as reseed

NOBODY_ELSE = "[this waits until the timeout: there is no other thread to end it]\n"
NO_LIBRARY = "a part of the standard library that the playground could not load"
NO_NETWORK = "there is no network in the playground"
NO_PROCESSES = "there are no other processes in the playground"

# Where modules of the standard library say that they are.
LIBRARY = "/var/lang/lib/python{}.{}".format(*sys.version_info)

# For each module of the standard library, the module here whose `amend` puts it right.
AMENDMENTS = {
    "_pydecimal": "decimals",
    "asyncio": "event_loop",
    "concurrent.futures.thread": "executor",
    "logging": "logs",
    "pyexpat": "xml_parser",
    "signal": "signals",
    "socket": "network",
    "subprocess": "processes",
    "zoneinfo._common": "zones",
    "zoneinfo._tzpath": "zones",
}


def put(module, *functions):
    """Puts functions into a module so that they stay what they are as attributes of a class, as builtins do."""
    for function in functions:
        setattr(module, function.__name__, staticmethod(function))


def bringing_library(get_frozen_object):
    """Has the library brought before a module of it is read: a new environment has those alone that most import."""

    def get(name, *arguments):
        if not open_library():
            raise ImportError(f"{name!r} is in {NO_LIBRARY}", name=name)
        return get_frozen_object(name, *arguments)

    return get


class AmendingLoader:
    """A module's own loader, and after it the amendment."""

    def __init__(self, loader, amendment):
        self.loader = loader
        self.amendment = amendment

    def __getattr__(self, name):
        return getattr(self.loader, name)

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
        importlib.import_module(f"{__name__}.{self.amendment}").amend(module)


class AmendingFinder:
    """Finds the modules of the standard library that have an amendment."""

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        amendment = AMENDMENTS.get(name)
        if amendment is None:
            return None
        for finder in sys.meta_path[sys.meta_path.index(cls) + 1 :]:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                spec.loader = AmendingLoader(spec.loader, amendment)
                return spec
        return None


def amend():
    """Puts right what is there from the start, and has the rest put right as it is imported."""
    sys._stdlib_dir = LIBRARY
    from . import errors, local_time, processes, system, threads, timers

    errors.amend()
    local_time.amend()
    system.amend()
    processes.amend_os()
    threads.amend()
    timers.amend()
    _imp.get_frozen_object = bringing_library(_imp.get_frozen_object)
    sys.meta_path.insert(0, AmendingFinder)
