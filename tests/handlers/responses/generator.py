def lambda_handler(event, context):
    yield from event
