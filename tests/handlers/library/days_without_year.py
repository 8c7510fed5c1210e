"""Reads birthdays, which have no year."""

from datetime import datetime


def lambda_handler(event, context):
    return [f"{datetime.strptime(text, '%d %b'):%m-%d}" for text in event]
