"""Compresses its answer, and answers 304 to a caller that has it."""

import base64
import gzip
import hashlib
import json

CATALOGUE = json.dumps([{"sku": f"A-{number:03}", "stock": number * 7 % 5} for number in range(200)])
ETAG = '"' + hashlib.sha1(CATALOGUE.encode()).hexdigest()[:16] + '"'


def lambda_handler(event, context):
    headers = event["headers"]
    if headers.get("if-none-match") == ETAG:
        return {"statusCode": 304, "headers": {"ETag": ETAG}}
    answer = {"statusCode": 200, "headers": {"ETag": ETAG, "Content-Type": "application/json"}}
    if "gzip" not in headers.get("accept-encoding", ""):
        return answer | {"body": len(CATALOGUE)}
    packed = gzip.compress(CATALOGUE.encode(), mtime=0)
    answer["headers"]["Content-Encoding"] = "gzip"
    body = base64.b64encode(packed).decode()
    assert gzip.decompress(base64.b64decode(body)).decode() == CATALOGUE
    return answer | {"isBase64Encoded": True, "smaller": len(packed) < len(CATALOGUE) / 5}
