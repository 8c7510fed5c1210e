from helper import hlep


def lambda_handler(event, context):
    return hlep()
