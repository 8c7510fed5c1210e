"""Validates a request without a library."""

import json
import re

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)


def check_name(value):
    if not isinstance(value, str) or not value.strip():
        return "must be a text that is not empty"


def check_email(value):
    if not isinstance(value, str) or not EMAIL.fullmatch(value):
        return "must be an address"


def check_age(value):
    if isinstance(value, bool) or not isinstance(value, int):
        return "must be a whole number"
    if not 18 <= value <= 120:
        return "must be from 18 to 120"


CHECKS = {"name": check_name, "email": check_email, "age": check_age}


def respond(status, **body):
    return {"statusCode": status, "body": json.dumps(body)}


def lambda_handler(event, context):
    try:
        form = json.loads(event.get("body") or "")
    except json.JSONDecodeError as error:
        return respond(400, message=f"The body is not JSON: {error}")
    problems = {field: problem for field, check in CHECKS.items() if (problem := check(form.get(field)))}
    if problems:
        return respond(422, problems=problems)
    return respond(201, created=form["email"].lower())
