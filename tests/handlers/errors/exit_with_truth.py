import sys


def lambda_handler(event, context):
    print("checked")
    sys.exit(not event["is_well"])
