"""Points to the newest of its files."""

import os


def lambda_handler(event, context):
    with open("/tmp/report-2", "w") as file:
        file.write("second")
    os.symlink("/tmp/report-2", "/tmp/latest")
    with open("/tmp/latest") as file:
        return file.read()
