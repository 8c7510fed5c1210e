"""Checks the signature that a code host sends along with its webhooks."""

import hashlib
import hmac
import json
import os


def is_signed(body, header):
    digest = hmac.new(os.environ["WEBHOOK_SECRET"].encode(), body.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"sha256={digest}", header or "")


def lambda_handler(event, context):
    if not is_signed(event["body"], event["headers"].get("x-hub-signature-256")):
        print("Rejected a webhook with a wrong signature")
        return {"statusCode": 403}
    push = json.loads(event["body"])
    branch = push["ref"].removeprefix("refs/heads/")
    print(f"{len(push['commits'])} commits on {branch}")
    return {"statusCode": 200, "body": branch}
