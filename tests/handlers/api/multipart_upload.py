"""Takes a file out of a multipart form with the standard library's parser of mail."""

import base64
from email import message_from_bytes, policy


def lambda_handler(event, context):
    content_type = event["headers"]["content-type"]
    body = base64.b64decode(event["body"])
    message = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body, policy=policy.HTTP)
    fields, files = {}, []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        if part.get_filename():
            content = part.get_payload(decode=True)
            files.append({"field": name, "name": part.get_filename(), "type": part.get_content_type(), "size": len(content)})
        else:
            fields[name] = part.get_content().strip()
    return {"fields": fields, "files": files}
