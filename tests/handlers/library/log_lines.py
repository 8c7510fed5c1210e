import re

LINE = re.compile(
    r"""
    (?P<host>\S+)\s-\s(?P<user>\S+)\s
    \[(?P<at>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>[^"\s]+)[^"]*"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)
    """,
    re.VERBOSE,
)


def lambda_handler(event, context):
    found = [match.groupdict() for match in LINE.finditer(event["log"])]
    return {
        "lines": found,
        "hidden": re.sub(r"\b(\d{1,3})\.\d+\.\d+\.\d+\b", r"\1.x.x.x", event["log"].splitlines()[0]),
        "words": re.split(r"[\s,;]+", "a, b;c  d"),
        "camel": re.sub(r"(?<!^)(?=[A-Z])", "_", "publishVersionNumber").lower(),
        "count": re.subn("o", lambda match: match[0].upper(), "foo boo"),
        "unicode": re.findall(r"\w+", "naïve café, 東京"),
        "lazy": re.search(r"<(.+?)>", "<a><b>")[1],
    }
