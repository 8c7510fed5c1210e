from urllib.parse import parse_qs, quote, quote_plus, unquote, urlencode, urljoin, urlsplit, urlunsplit


def lambda_handler(event, context):
    parts = urlsplit(event["url"])
    query = parse_qs(parts.query)
    query["page"] = ["2"]
    return {
        "host": [parts.hostname, parts.port, parts.username],
        "query": query,
        "next": urlunsplit(parts._replace(query=urlencode(query, doseq=True), fragment="")),
        "quoted": [quote("a b/ü?"), quote("a/b", safe=""), quote_plus("a b&c")],
        "unquoted": unquote("%E6%9D%B1%E4%BA%AC"),
        "joined": urljoin("https://example.com/a/b", "../c?d=1"),
    }
