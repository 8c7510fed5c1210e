"""Turns DynamoDB's typed attributes into plain values, numbers as Decimal."""

from base64 import b64decode
from decimal import Decimal


def plain(attribute):
    [(kind, value)] = attribute.items()
    match kind:
        case "S" | "BOOL":
            return value
        case "N":
            return Decimal(value)
        case "NULL":
            return None
        case "B":
            return b64decode(value).decode()
        case "SS":
            return sorted(value)
        case "L":
            return [plain(item) for item in value]
        case "M":
            return {name: plain(item) for name, item in value.items()}
    raise TypeError(f"unknown attribute type {kind}")


def lambda_handler(event, context):
    changes = []
    for record in event["Records"]:
        images = record["dynamodb"]
        old = plain({"M": images.get("OldImage", {})})
        new = plain({"M": images.get("NewImage", {})})
        changed = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
        print(record["eventName"], *changed)
        changes.append(new)
    return changes
