import json
import time
import uuid

EDITION = 0

PROCESS = uuid.uuid4().hex

turn = 0


def lambda_handler(event, context):
    """Tells which call this was, and in which process as the how-manieth, unless a fault is asked for."""
    global turn
    turn += 1
    told = {
        "number": event["number"],
        "version": context.function_version,
        "edition": EDITION,
        "process": PROCESS,
        "turn": turn,
    }
    fault = event["fault"]
    if fault == "none":
        return told
    if fault == "error":
        raise ValueError(json.dumps(told))
    if fault == "memory":
        try:
            bytearray(10**9)
        except MemoryError:
            raise MemoryError(json.dumps(told)) from None
    if fault == "file":
        with open(f"/tmp/{event['number'] % 10}", "w") as file:
            file.write("x" * 10_000)
        return told
    if fault == "exit":
        raise SystemExit(3)
    if fault == "sleep":
        time.sleep(600)
    if fault == "loop":
        while True:
            pass
    hoard = []
    while True:
        hoard.append([fault])
