import helper


def lambda_handler(event, context):
    return helper.help()
