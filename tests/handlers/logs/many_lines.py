import pprint
import textwrap


def lambda_handler(event, context):
    pprint.pprint(event, width=40)
    print(textwrap.fill(event["text"], 24, initial_indent="* ", subsequent_indent="  "))
    print(textwrap.dedent("""
        name    value
        ----    -----
        weight  50 %
    """).strip())
