"""Logs one JSON object a line, in place of Lambda's format."""

import json
import logging

FIELDS = ("order", "amount")


class JsonFormatter(logging.Formatter):
    def format(self, record):
        entry = {"level": record.levelname, "message": record.getMessage(), "requestId": record.aws_request_id}
        entry |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            entry["exception"] = record.exc_info[0].__name__
        return json.dumps(entry)


logger = logging.getLogger()
logger.setLevel(logging.INFO)
for handler in logger.handlers:
    handler.setFormatter(JsonFormatter())


def lambda_handler(event, context):
    logger.info("order taken", extra={"order": event["id"], "amount": event["amount"]})
    try:
        event["customer"]
    except KeyError:
        logger.exception("no customer")
    return None
