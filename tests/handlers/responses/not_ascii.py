"""From Python 3.12 on, text beyond ASCII stays as it is."""


def lambda_handler(event, context):
    return {"städte": ["Zürich", "東京"], "mood": "😀", "control": "\u2028\x7f"}
