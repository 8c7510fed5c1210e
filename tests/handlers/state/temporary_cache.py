"""Keeps a file in /tmp for the calls that come after."""

import json
import os

PATH = "/tmp/prices.json"


def lambda_handler(event, context):
    if os.path.exists(PATH):
        with open(PATH) as file:
            prices = json.load(file)
        source = "/tmp"
    else:
        prices = {"pen": 1.2, "book": 24.9}
        with open(PATH, "w") as file:
            json.dump(prices, file)
        source = "computed"
    return {"source": source, "price": prices[event["item"]], "files": os.listdir("/tmp")}
