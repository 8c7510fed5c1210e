"""Checks a signed token by hand: header, claims and signature, all base64url."""

import base64
import hashlib
import hmac
import json
import os

SECRET = os.environ["TOKEN_SECRET"].encode()


class Unauthorized(Exception):
    pass


def decode_part(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def claims_of(token, now):
    try:
        header, claims, signature = token.split(".")
    except ValueError:
        raise Unauthorized("malformed token") from None
    expected = hmac.new(SECRET, f"{header}.{claims}".encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(expected, decode_part(signature)):
        raise Unauthorized("bad signature")
    claims = json.loads(decode_part(claims))
    if claims["exp"] <= now:
        raise Unauthorized("expired")
    return claims


def lambda_handler(event, context):
    scheme, _, token = event["headers"].get("authorization", "").partition(" ")
    try:
        if scheme.lower() != "bearer":
            raise Unauthorized("no bearer token")
        claims = claims_of(token, now=event["requestContext"]["timeEpoch"])
    except Unauthorized as reason:
        return {"statusCode": 401, "headers": {"WWW-Authenticate": "Bearer"}, "body": str(reason)}
    return {"statusCode": 200, "body": f"Welcome, {claims['sub']}"}
