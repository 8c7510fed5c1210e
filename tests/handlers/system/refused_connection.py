"""Calls a service that is not there, and says why that failed."""

import urllib.error
import urllib.request


def lambda_handler(event, context):
    try:
        with urllib.request.urlopen("http://127.0.0.1:1/", timeout=1) as response:
            return response.status
    except urllib.error.URLError as error:
        return [type(error.reason).__name__, isinstance(error.reason, OSError)]
