import json
from fnmatch import fnmatch

ALLOWED = ["https://*.example.com", "http://localhost:*"]


def cors_headers(origin):
    if not any(fnmatch(origin, pattern) for pattern in ALLOWED):
        return {}
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": "GET,POST,OPTIONS",
        "Access-Control-Allow-Headers": "Content-Type",
        "Vary": "Origin",
    }


def lambda_handler(event, context):
    headers = {name.lower(): value for name, value in event["headers"].items()}
    allowed = cors_headers(headers.get("origin", ""))
    if event["requestContext"]["http"]["method"] == "OPTIONS":
        return {"statusCode": 204 if allowed else 403, "headers": allowed}
    return {"statusCode": 200, "headers": allowed, "body": json.dumps({"ok": True})}
