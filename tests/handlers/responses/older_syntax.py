"""The first handler of most tutorials, as it was in Python 3.8."""
from __future__ import print_function

import json

print('Loading function')


def lambda_handler(event, context):
    print("Received event: " + json.dumps(event, indent=2))
    print("value1 = %s" % event['key1'])
    return event['key1']
