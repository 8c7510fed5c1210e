"""The names that a secure connection needs are there, connected or not."""

import http.client
import ssl


def lambda_handler(event, context):
    connection = http.client.HTTPSConnection("example.com", context=ssl.create_default_context())
    return [connection.host, connection.port]
