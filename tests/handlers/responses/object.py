from dataclasses import dataclass


@dataclass
class Order:
    id: int


def lambda_handler(event, context):
    return Order(7)
