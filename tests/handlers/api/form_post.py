import base64
from html import escape
from urllib.parse import parse_qs


def lambda_handler(event, context):
    body = event["body"]
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode("utf-8")
    form = {name: values[-1] for name, values in parse_qs(body, keep_blank_values=True).items()}
    lines = [f"<li>{escape(name)}: {escape(value)}</li>" for name, value in sorted(form.items())]
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8"},
        "body": f"<ul>{''.join(lines)}</ul>",
    }
