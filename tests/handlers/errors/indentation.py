def lambda_handler(event, context):
    if event:
    return "yes"
