"""A resource of CloudFormation, which is told the outcome by a request of its own."""

import json
import logging
import urllib.error
import urllib.request

log = logging.getLogger()
log.setLevel(logging.INFO)


def answer(event, context, status, data):
    body = {
        "Status": status,
        "Reason": f"See the log stream {context.log_stream_name}",
        "PhysicalResourceId": event.get("PhysicalResourceId", context.log_stream_name),
        "LogicalResourceId": event["LogicalResourceId"],
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "Data": data,
    }
    encoded = json.dumps(body).encode()
    headers = {"content-type": "", "content-length": str(len(encoded))}
    request = urllib.request.Request(event["ResponseURL"], data=encoded, headers=headers, method="PUT")
    log.info("%s %s", request.get_method(), request.host)
    try:
        with urllib.request.urlopen(request, timeout=2) as response:
            return response.status
    except urllib.error.URLError as error:
        log.error("could not answer: %s", type(error).__name__)
        return None


def lambda_handler(event, context):
    match event["RequestType"]:
        case "Create" | "Update" as kind:
            sent = answer(event, context, "SUCCESS", {"Kind": kind, **event["ResourceProperties"]})
        case "Delete":
            sent = answer(event, context, "SUCCESS", {})
    return {"sent": sent}
