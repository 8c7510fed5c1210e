from html import escape
from string import Template

PAGE = Template(
    """<!doctype html>
<title>$title</title>
<h1>$title</h1>
<p>$count orders, $$${total}</p>
"""
)


def lambda_handler(event, context):
    orders = event["orders"]
    page = PAGE.substitute(
        title=escape(event["customer"], quote=True),
        count=len(orders),
        total=f"{sum(orders):,.2f}",
    )
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": page}
