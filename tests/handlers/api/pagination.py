"""Hands out a list page by page, with a cursor that callers cannot read at a glance."""

import base64
import json

ITEMS = [{"id": number, "name": f"item {number}"} for number in range(1, 8)]


def encode_cursor(position):
    return base64.urlsafe_b64encode(json.dumps({"after": position}).encode()).decode().rstrip("=")


def decode_cursor(cursor):
    padded = cursor + "=" * (-len(cursor) % 4)
    return json.loads(base64.urlsafe_b64decode(padded))["after"]


def lambda_handler(event, context):
    query = event.get("queryStringParameters") or {}
    limit = min(int(query.get("limit", 3)), 5)
    begin = decode_cursor(query["cursor"]) if "cursor" in query else 0
    page = ITEMS[begin : begin + limit]
    answer = {"items": [item["id"] for item in page]}
    if begin + limit < len(ITEMS):
        answer["next"] = encode_cursor(begin + limit)
    return {"statusCode": 200, "body": json.dumps(answer)}
