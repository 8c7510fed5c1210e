"""Takes a lock twice, and so waits for itself."""

import threading

lock = threading.Lock()


def lambda_handler(event, context):
    with lock:
        print("once")
        with lock:
            print("twice")
