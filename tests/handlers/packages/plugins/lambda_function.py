"""Finds its steps by looking into a package."""

import importlib
import pkgutil

import steps

STEPS = [importlib.import_module(f"steps.{found.name}") for found in pkgutil.iter_modules(steps.__path__)]


def lambda_handler(event, context):
    for step in STEPS:
        event = step.run(event)
    return event
