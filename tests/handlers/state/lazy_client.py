"""Makes its client when it is first needed, and only once."""

from functools import cached_property


class Client:
    made = 0

    def __init__(self, endpoint):
        Client.made += 1
        self.endpoint = endpoint

    def fetch(self, key):
        return f"{self.endpoint}/{key}"


class Services:
    @cached_property
    def client(self):
        print("connecting")
        return Client("https://example.com")


services = Services()


def lambda_handler(event, context):
    if "key" not in event:
        return {"made": Client.made}
    return {"value": services.client.fetch(event["key"]), "made": Client.made}
