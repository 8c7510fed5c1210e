from collections import ChainMap, Counter, OrderedDict, defaultdict


def lambda_handler(event, context):
    groups = defaultdict(list)
    for word in event["words"]:
        groups[len(word)].append(word)
    return [groups, OrderedDict(b=1, a=2), Counter(event["words"][0]), dict(ChainMap({"a": 1}, {"a": 2, "b": 3}))]
