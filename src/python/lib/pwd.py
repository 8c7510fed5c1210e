"""The one user there is: the one that Lambda runs functions as."""

import collections

FIELDS = "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell"

struct_passwd = collections.namedtuple("struct_passwd", FIELDS)

USER = struct_passwd("sbx_user1051", "x", 993, 990, "", "/home/sbx_user1051", "/sbin/nologin")


def getpwall():
    return [USER]


def getpwuid(uid, /):
    if uid != USER.pw_uid:
        raise KeyError(f"getpwuid(): uid not found: {uid}")
    return USER


def getpwnam(name, /):
    if name != USER.pw_name:
        raise KeyError(f"getpwnam(): name not found: {name!r}")
    return USER
