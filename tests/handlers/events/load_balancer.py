def lambda_handler(event, context):
    query = event["multiValueQueryStringParameters"]
    tags = sorted(set(query.get("tag", [])))
    if event["path"] == "/health":
        return {"statusCode": 200, "statusDescription": "200 OK", "isBase64Encoded": False, "body": "healthy"}
    return {
        "statusCode": 200,
        "statusDescription": "200 OK",
        "isBase64Encoded": False,
        "multiValueHeaders": {"Set-Cookie": [f"tag{index}={tag}" for index, tag in enumerate(tags)]},
        "body": ", ".join(tags),
    }
