"""Stops in time: works through its list for as long as there is some left."""

import time

MARGIN = 500


def lambda_handler(event, context):
    done = 0
    for _ in range(event["steps"]):
        if context.get_remaining_time_in_millis() < MARGIN:
            break
        time.sleep(event["seconds"])
        done += 1
    left = context.get_remaining_time_in_millis()
    return {"some": done > 0, "finished": done == event["steps"], "left": 0 < left, "type": type(left).__name__}
