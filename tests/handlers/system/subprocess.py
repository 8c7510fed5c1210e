"""Runs a program of the system; Lambda has some."""

import subprocess


def lambda_handler(event, context):
    try:
        done = subprocess.run(["echo", event["text"]], capture_output=True, text=True, check=True)
    except OSError as error:
        return f"{type(error).__name__}: {error}"
    return done.stdout
