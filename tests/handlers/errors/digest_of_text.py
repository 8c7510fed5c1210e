import hashlib


def lambda_handler(event, context):
    return hashlib.sha256(event["password"]).hexdigest()
