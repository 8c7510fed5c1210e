import json
from enum import StrEnum, auto


class Action(StrEnum):
    CREATE = auto()
    RENAME = auto()
    DELETE = auto()


def route(request):
    match request:
        case {"action": Action.CREATE, "name": str(name)}:
            return {"created": name}
        case {"action": Action.RENAME, "from": old, "to": new} if old != new:
            return {"renamed": [old, new]}
        case {"action": Action.DELETE, "names": [first, *rest]}:
            return {"deleted": first, "and": len(rest)}
        case {"action": action}:
            return {"refused": action, "known": list(Action)}
        case _:
            return {"refused": None}


def lambda_handler(event, context):
    return {"statusCode": 200, "body": json.dumps(route(event))}
