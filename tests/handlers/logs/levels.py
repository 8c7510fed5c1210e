"""Lambda's root logger lets warnings through, until a function says otherwise."""

import logging

logger = logging.getLogger()


def lambda_handler(event, context):
    if "level" in event:
        logger.setLevel(event["level"])
    logger.debug("debug")
    logger.info("info")
    logger.warning("warning")
    logger.error("error")
    logger.critical("critical")
    return logging.getLevelName(logger.getEffectiveLevel())
