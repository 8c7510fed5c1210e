def lambda_handler(event, context):
    response = "bottom"
    for _ in range(event["depth"]):
        response = [response]
    return response
