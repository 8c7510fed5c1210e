"""A file of /tmp can be moved within /tmp alone."""

import errno
import os


def lambda_handler(event, context):
    with open("/tmp/draft", "w") as file:
        file.write("text")
    os.rename("/tmp/draft", "/tmp/final")
    try:
        os.rename("/tmp/final", "/var/task/final")
    except OSError as error:
        return [error.errno == errno.EXDEV, os.path.exists("/tmp/final"), os.path.exists("/var/task/final")]
    return "moved"
