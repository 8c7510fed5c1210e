"""Everything but /tmp is read-only on Lambda."""

import errno


def lambda_handler(event, context):
    try:
        with open("/var/task/new.txt", "w") as file:
            file.write("text")
    except OSError as error:
        return [error.errno == errno.EROFS, error.strerror]
    return "written"
