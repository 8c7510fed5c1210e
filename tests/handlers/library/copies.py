import copy
import json
import pickle
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class Cart:
    items: list = field(default_factory=list)


def lambda_handler(event, context):
    cart = Cart([["pen"]])
    shallow, deep = copy.copy(cart), copy.deepcopy(cart)
    cart.items[0].append("book")
    restored = pickle.loads(pickle.dumps(cart))
    parsed = json.loads('{"price": 19.90, "big": 12345678901234567890}', parse_float=Decimal)
    pairs = json.loads('{"a": 1, "a": 2}', object_pairs_hook=list)
    return {
        "shallow": shallow.items,
        "deep": deep.items,
        "restored": restored == cart,
        "price": str(parsed["price"]),
        "big": str(parsed["big"] + 1),
        "pairs": pairs,
        "compact": json.dumps({"b": [1, 2], "a": None}, separators=(",", ":"), sort_keys=True),
        "pretty": json.dumps({"a": [1]}, indent=2),
    }
