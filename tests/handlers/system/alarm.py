"""An alarm ends what takes too long."""

import signal
import time


class TooLong(Exception):
    pass


def ring(number, frame):
    raise TooLong(f"{signal.Signals(number).name} in {frame.f_code.co_name}")


def lambda_handler(event, context):
    signal.signal(signal.SIGALRM, ring)
    signal.alarm(60)
    left = signal.setitimer(signal.ITIMER_REAL, 0.2)[0]
    begin = time.monotonic()
    try:
        time.sleep(2)
    except TooLong as error:
        reason = str(error)
    took = time.monotonic() - begin
    signal.alarm(60)
    time.sleep(0.1)
    remaining = [signal.alarm(0), signal.getitimer(signal.ITIMER_REAL)]
    if event.get("raise"):
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        time.sleep(1)
    return {"left": 59 < left <= 60, "reason": reason, "cut": 0.2 <= took < 2, "remaining": remaining}
