"""Callers get the last error of a chain, with its own traceback."""


class ConfigurationError(RuntimeError):
    pass


def load(settings):
    try:
        return int(settings["retries"])
    except ValueError as error:
        raise ConfigurationError("retries is not a number") from error


def lambda_handler(event, context):
    try:
        load(event)
    except ConfigurationError as error:
        print(f"{type(error.__cause__).__name__}: {error.__cause__}")
        raise
