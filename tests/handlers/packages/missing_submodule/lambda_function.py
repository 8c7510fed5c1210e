import shop.orders


def lambda_handler(event, context):
    return shop.orders.total()
