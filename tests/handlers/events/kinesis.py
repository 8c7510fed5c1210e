import json
from base64 import b64decode
from collections import Counter, defaultdict


def lambda_handler(event, context):
    views = Counter()
    visitors = defaultdict(set)
    for record in event["Records"]:
        data = json.loads(b64decode(record["kinesis"]["data"]))
        views[data["page"]] += 1
        visitors[data["page"]].add(data["visitor"])
    return {
        "top": views.most_common(2),
        "visitors": {page: len(names) for page, names in visitors.items()},
    }
