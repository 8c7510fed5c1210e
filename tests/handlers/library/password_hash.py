"""Hashes a password with scrypt, as its documentation recommends."""

import hashlib
import hmac


def lambda_handler(event, context):
    digest = hashlib.scrypt(event["password"].encode(), salt=b"salt", n=16, r=8, p=1, dklen=16)
    return {"digest": digest.hex(), "same": hmac.compare_digest(digest.hex(), event["digest"])}
