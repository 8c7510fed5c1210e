def lambda_handler(event, context):
    return b"Hello " + event["name"]
