"""Up to Python 3.11, text beyond ASCII is escaped."""


def lambda_handler(event, context):
    return {"städte": ["Zürich", "東京"], "mood": "😀", "control": "\u2028\x7f"}
