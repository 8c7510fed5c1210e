import json


def lambda_handler(event, context):
    parameters = event.get("queryStringParameters") or {}
    name = parameters.get("name", "world")
    print(f"Greeting {name}")
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps({"message": f"Hello, {name}!"}),
    }
