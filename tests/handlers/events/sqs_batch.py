"""Reports which messages of a batch are to be delivered again."""

import json
import logging

logger = logging.getLogger(__name__)


def process(body):
    order = json.loads(body)
    if order["quantity"] <= 0:
        raise ValueError(f"quantity is {order['quantity']}")
    print(f"Order {order['id']}: {order['quantity']} pieces")


def lambda_handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            process(record["body"])
        except (ValueError, KeyError) as error:
            logger.warning("Message %s failed: %s: %s", record["messageId"], type(error).__name__, error)
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
