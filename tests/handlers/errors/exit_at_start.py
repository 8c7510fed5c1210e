import os
import sys

if "TABLE_NAME" not in os.environ:
    print("TABLE_NAME is not set")
    sys.exit(1)


def lambda_handler(event, context):
    return os.environ["TABLE_NAME"]
