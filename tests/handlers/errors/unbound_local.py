def lambda_handler(event, context):
    for order in event.get("orders", []):
        last = order
    return last
