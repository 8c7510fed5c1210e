"""Asks who runs it, and where that user is at home."""

import getpass
import os
import pathlib
import pwd


def lambda_handler(event, context):
    user = pwd.getpwuid(os.getuid())
    return [getpass.getuser(), str(pathlib.Path.home()), os.path.expanduser("~/.cache"), user.pw_name]
