"""Puts the request id in front of each message by an adapter of its own."""

import logging

logger = logging.getLogger("adapter")
logger.setLevel(logging.INFO)


class RequestAdapter(logging.LoggerAdapter):
    def process(self, message, options):
        return f"<{self.extra['request_id']}> {message}", options


def lambda_handler(event, context):
    log = RequestAdapter(logger, {"request_id": context.aws_request_id})
    log.info("begin")
    log.warning("end of %s", context.function_name)
