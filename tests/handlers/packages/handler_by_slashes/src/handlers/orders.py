from src.models import Order


def handler(event, context):
    return Order(**event).total()
