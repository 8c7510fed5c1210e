def lambda_handler(event, context):
    return [name for name in dir(context) if not name.startswith("_")]
