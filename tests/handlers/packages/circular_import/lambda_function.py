import orders


def lambda_handler(event, context):
    return orders.total(event)
