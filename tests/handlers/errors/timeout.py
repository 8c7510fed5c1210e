import time


def lambda_handler(event, context):
    for attempt in range(10):
        print("attempt", attempt)
        time.sleep(event["seconds"])
