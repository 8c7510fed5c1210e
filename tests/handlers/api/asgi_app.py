"""An application after ASGI behind a function URL, with an adapter of a few lines."""

import asyncio
import base64
from urllib.parse import parse_qsl


async def app(scope, receive, send):
    body = b""
    while (message := await receive())["more_body"]:
        body += message["body"]
    body += message["body"]
    query = dict(parse_qsl(scope["query_string"].decode()))
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": f"{query['greeting']}, ".encode(), "more_body": True})
    await send({"type": "http.response.body", "body": body})


async def serve(event):
    received, sent = asyncio.Queue(), []
    body = event.get("body", "").encode()
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body)
    for start in range(0, len(body), 4):
        received.put_nowait({"type": "http.request", "body": body[start : start + 4], "more_body": True})
    received.put_nowait({"type": "http.request", "body": b"", "more_body": False})

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": event["requestContext"]["http"]["method"],
        "path": event["rawPath"],
        "query_string": event["rawQueryString"].encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in event["headers"].items()],
    }
    async with asyncio.timeout(5):
        await app(scope, received.get, send)
    start, *parts = sent
    return {
        "statusCode": start["status"],
        "headers": {name.decode(): value.decode() for name, value in start["headers"]},
        "body": b"".join(part["body"] for part in parts).decode(),
    }


def lambda_handler(event, context):
    return asyncio.run(serve(event))
