"""Does the same request only once for as long as its environment lives."""

import functools
import hashlib
import json

done = {}


def idempotent(handler):
    @functools.wraps(handler)
    def wrapper(event, context):
        key = hashlib.sha256(json.dumps(event, sort_keys=True).encode()).hexdigest()
        if key not in done:
            done[key] = handler(event, context)
        return {"key": key[:8], **done[key]}

    return wrapper


@idempotent
def lambda_handler(event, context):
    print(f"charging {event['amount']}")
    return {"receipt": len(done) + 1}
