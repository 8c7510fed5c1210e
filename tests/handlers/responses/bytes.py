"""Bytes inside a response become text: Lambda's encoder reads them as UTF-8."""


def lambda_handler(event, context):
    return {"body": "größer".encode()}
