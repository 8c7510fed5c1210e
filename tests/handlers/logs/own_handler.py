"""Gives a logger a handler of its own, and so logs everything twice unless it stops the propagation."""

import logging
import sys

logger = logging.getLogger("own")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(levelname)-8s| %(message)s"))
logger.addHandler(handler)
logger.setLevel(logging.INFO)


def lambda_handler(event, context):
    logger.propagate = event["propagate"]
    logger.info("an order of %(count)d", {"count": 3})
