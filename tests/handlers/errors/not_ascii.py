def lambda_handler(event, context):
    raise LookupError(f"Köln fehlt: {event['stadt']} – 駅")
