"""Local time follows the variable TZ."""

import os
import time


def lambda_handler(event, context):
    if "zone" in event:
        os.environ["TZ"] = event["zone"]
        time.tzset()
    shown = [time.strftime("%H:%M %Z %z", time.localtime(moment)) for moment in event["moments"]]
    summer = [time.localtime(moment).tm_isdst for moment in event["moments"]]
    return [shown, summer, list(time.tzname), time.timezone, time.altzone, time.daylight]
