def lambda_handler(event, context):
    return ["milk"] + event["more"]
