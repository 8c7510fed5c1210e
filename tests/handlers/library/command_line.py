"""Reads a chat command as a shell would."""

import argparse
import shlex

parser = argparse.ArgumentParser(prog="/deploy", exit_on_error=False)
parser.add_argument("version", type=int)
parser.add_argument("--weight", type=float, default=1.0)
parser.add_argument("--dry-run", action="store_true")


def lambda_handler(event, context):
    words = shlex.split(event["text"])
    try:
        return vars(parser.parse_args(words))
    except argparse.ArgumentError as error:
        return str(error)
