def lambda_handler(event, context):
    response = {"items": []}
    response["items"].append(response)
    return response
