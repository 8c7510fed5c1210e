import difflib
import string
import textwrap
import unicodedata


def slug(title):
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain.lower()).split())


def lambda_handler(event, context):
    return {
        "slugs": [slug(title) for title in event["titles"]],
        "short": textwrap.shorten("one two three four", width=14, placeholder=" ..."),
        "words": string.capwords("the great gatsby"),
        "close": difflib.get_close_matches("lamdba", ["lambda", "gamma", "llama"]),
        "diff": list(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="", n=0)),
        "format": f"{1234567.891:,.2f}|{0.256:.1%}|{255:#06x}|{'mid':^9}|{'right':>8}|{5:03d}|{1e9:.3g}",
        "names": [unicodedata.name("é"), unicodedata.category("€")],
        "folded": "STRASSE".casefold() == "straße".casefold(),
        "split": "a=b=c".partition("="),
        "translate": "hello".translate(str.maketrans("el", "ip", "o")),
    }
