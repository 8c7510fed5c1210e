"""`basicConfig` does nothing on Lambda: the root logger has its handler already. With `force` it does."""

import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(message)s")


def lambda_handler(event, context):
    if event.get("force"):
        logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s: %(message)s", force=True)
    logging.info("quiet?")
    logging.warning("loud")
    return [type(handler).__name__ for handler in logging.root.handlers]
