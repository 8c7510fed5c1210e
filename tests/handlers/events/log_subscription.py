"""Reads what CloudWatch Logs delivers: JSON, gzipped, in base64."""

import gzip
import json
import re
from base64 import b64decode

LEVEL = re.compile(r"^\[(?P<level>[A-Z]+)\]")


def lambda_handler(event, context):
    delivery = json.loads(gzip.decompress(b64decode(event["awslogs"]["data"])))
    counts = {}
    for log in delivery["logEvents"]:
        found = LEVEL.match(log["message"])
        level = found["level"] if found else "OTHER"
        counts[level] = counts.get(level, 0) + 1
    return {"group": delivery["logGroup"], "counts": counts}
