"""The frames of an error that the standard library raises."""

import json


def lambda_handler(event, context):
    return json.loads(event["body"])
