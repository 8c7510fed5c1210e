"""Writes a message with an attachment, and reads it again."""

from email import message_from_string, policy
from email.message import EmailMessage
from email.utils import formataddr, parseaddr, parsedate_to_datetime


def write(to, subject, text, table):
    message = EmailMessage()
    message["From"] = formataddr(("The Shop", "shop@example.com"))
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = "Thu, 01 Jan 2026 10:00:00 +0100"
    message.set_content(text)
    message.add_alternative(f"<p>{text}</p>", subtype="html")
    message.add_attachment(table, subtype="csv", filename="orders.csv")
    return message.as_string()


def lambda_handler(event, context):
    message = message_from_string(write(**event), policy=policy.default)
    return {
        "to": parseaddr(message["To"]),
        "subject": message["Subject"],
        "date": parsedate_to_datetime(message["Date"]).isoformat(),
        "text": message.get_body(("plain",)).get_content(),
        "types": [part.get_content_type() for part in message.walk()],
        "attachments": {part.get_filename(): part.get_content() for part in message.iter_attachments()},
    }
