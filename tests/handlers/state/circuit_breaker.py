"""Stops calling what keeps failing, and tries again after a while."""

import enum
import time
from dataclasses import dataclass


class State(enum.StrEnum):
    CLOSED = enum.auto()
    OPEN = enum.auto()
    HALF_OPEN = "half open"


@dataclass
class Breaker:
    limit: int = 2
    pause: float = 5.0
    failures: int = 0
    opened_at: float = 0.0
    state: State = State.CLOSED

    def call(self, function, *args):
        if self.state is State.OPEN:
            if time.monotonic() - self.opened_at < self.pause:
                raise ConnectionRefusedError(f"the circuit is {self.state}")
            self.state = State.HALF_OPEN
        try:
            result = function(*args)
        except ConnectionError:
            self.failures += 1
            if self.failures >= self.limit:
                self.state, self.opened_at = State.OPEN, time.monotonic()
            raise
        self.failures, self.state = 0, State.CLOSED
        return result


breaker = Breaker()


def fetch(is_up):
    if not is_up:
        raise ConnectionResetError("no answer")
    return "fetched"


def lambda_handler(event, context):
    time.sleep(event.get("wait", 0))
    try:
        result = breaker.call(fetch, event["is_up"])
    except ConnectionError as error:
        result = f"{type(error).__name__}: {error}"
    return [result, breaker.state, breaker.failures]
