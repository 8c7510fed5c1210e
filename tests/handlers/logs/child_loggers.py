"""Levels come down from the nearest logger that has one."""

import logging

logging.getLogger("app").setLevel(logging.INFO)
logging.getLogger("app.noisy").setLevel(logging.ERROR)
logging.getLogger("urllib3").disabled = True


def lambda_handler(event, context):
    for name in ("app", "app.orders", "app.noisy", "other", "urllib3"):
        logging.getLogger(name).info("info of %s", name)
        logging.getLogger(name).warning("warning of %s", name)
    return logging.getLogger("app.orders").isEnabledFor(logging.DEBUG)
