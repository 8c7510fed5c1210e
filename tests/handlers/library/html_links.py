from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin


class Links(HTMLParser):
    def __init__(self, base):
        super().__init__()
        self.base = base
        self.links = []
        self.href = None

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.href = dict(attributes).get("href")

    def handle_data(self, data):
        if self.href is not None:
            self.links.append([data.strip(), urljoin(self.base, self.href)])

    def handle_endtag(self, tag):
        if tag == "a":
            self.href = None


def lambda_handler(event, context):
    parser = Links(event["base"])
    parser.feed(event["html"])
    parser.close()
    return [parser.links, unescape("&copy; 2026 &#39;x&#39; &lt;&eacute;&gt;")]
