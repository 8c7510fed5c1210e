from json import dumb


def lambda_handler(event, context):
    return dumb(event)
