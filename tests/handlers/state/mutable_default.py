"""The classic slip: a default value that lives as long as the environment."""


def collect(item, items=[]):
    items.append(item)
    return items


def lambda_handler(event, context):
    return collect(event["item"])
