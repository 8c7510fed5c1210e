"""Formats a moment as the C locale does, be it of `time` or of `datetime`."""

import time
from datetime import datetime, timezone

FORMATS = ["%c", "%x", "%X", "%r", "%D", "%s", "%f", "%z", "%Z", "%A %d %B", "%I:%M %p", "%j %U %V %w", "100%%c"]


def lambda_handler(event, context):
    moment = datetime.fromtimestamp(event, timezone.utc)
    parts = time.gmtime(event)
    return {
        "time": [time.strftime(format, parts) for format in FORMATS],
        "datetime": [moment.strftime(format) for format in FORMATS],
        "naive": f"{moment.replace(tzinfo=None):%c|%z|%Z|%f}",
        "weekday": [parts.tm_wday, time.localtime(event).tm_wday, moment.weekday()],
        "back": time.strptime(time.strftime("%c", parts), "%c")[:6],
    }
