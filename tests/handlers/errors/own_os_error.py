"""Errors of one's own that are connection and file errors, each with a constructor of its own."""


class ApiError(ConnectionError):
    def __init__(self, message, status):
        self.status = status
        super().__init__(f"{message}: {status}")


class Gone(ApiError):
    pass


class TooSlow(TimeoutError):
    def __init__(self, *, after):
        super().__init__(f"no answer after {after} s")


class NoReport(FileNotFoundError):
    def __init__(self, day):
        super().__init__(2, "there is no report", f"{day}.csv")


class Plain(OSError):
    pass


def lambda_handler(event, context):
    errors = [Gone("orders", 410), TooSlow(after=3), NoReport("monday"), Plain(13, "locked"), Plain("closed")]
    if event.get("raise"):
        raise errors[0]
    return [[str(error), error.errno, error.args[0]] for error in errors]
