"""Groups, counts and ranks with itertools and collections."""

from collections import Counter, defaultdict, deque
from heapq import nlargest
from itertools import accumulate, chain, combinations, groupby, islice, pairwise, product, zip_longest
from operator import attrgetter, itemgetter
from types import SimpleNamespace


def lambda_handler(event, context):
    sales = sorted(event, key=itemgetter("region", "amount"))
    totals = {region: sum(sale["amount"] for sale in group) for region, group in groupby(sales, key=itemgetter("region"))}
    best = nlargest(2, (SimpleNamespace(**sale) for sale in sales), key=attrgetter("amount"))
    by_seller = defaultdict(list)
    for sale in sales:
        by_seller[sale["seller"]].append(sale["amount"])
    last = deque((sale["amount"] for sale in event), maxlen=2)
    return {
        "totals": totals,
        "best": [sale.seller for sale in best],
        "running": list(accumulate(sale["amount"] for sale in event)),
        "steps": [later - earlier for earlier, later in pairwise(sale["amount"] for sale in event)],
        "pairs": list(combinations(sorted(by_seller), 2)),
        "grid": list(islice(product("ab", repeat=2), 3)),
        "columns": list(zip_longest(*by_seller.values(), fillvalue=0)),
        "letters": Counter(chain.from_iterable(by_seller)).most_common(1),
        "last": list(last),
    }
