"""Dates in the log, in formats of one's own: Lambda has all formatters tell the time of UTC."""

import logging
import sys
import time

RECORD = {"name": "orders", "levelname": "INFO", "msg": "shipped", "created": 1709211909.25, "msecs": 250}


class LocalFormatter(logging.Formatter):
    converter = time.localtime


def lambda_handler(event, context):
    for formatter in (
        logging.Formatter("%(asctime)s %(message)s"),
        logging.Formatter("%(asctime)s %(message)s", "%d/%b/%Y:%H:%M:%S %z"),
        LocalFormatter("%(asctime)s %(message)s", "%c %z"),
    ):
        print(formatter.format(logging.makeLogRecord(RECORD)), file=sys.stderr)
