"""Names that do not resolve and connections that are not made, each with an OSError that says why."""

import errno

from . import NO_NETWORK

HOST_NAME = "169.254.100.6"


def amend(socket):
    def resolve(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, NO_NETWORK)

    def refuse(self, *args):
        raise OSError(errno.ENETUNREACH, NO_NETWORK)

    def make(cls, *args, **kwargs):
        return inherited_make(cls)

    def begin(self, family=-1, type=-1, proto=-1, fileno=None):
        """Makes a socket that is not connected, and never will be."""
        self._io_refs = 0
        self._closed = False

    def ignore(self, *args):
        pass

    if not hasattr(socket, "EAI_NONAME"):
        socket.EAI_NONAME = -2
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo"):
        setattr(socket, name, resolve)
    for name in ("connect", "connect_ex", "bind", "listen", "accept", "sendto", "send", "sendall", "recv", "recvfrom"):
        setattr(socket.socket, name, refuse)
    for name in ("_real_close", "settimeout", "setblocking", "setsockopt", "shutdown"):
        setattr(socket.socket, name, ignore)
    inherited_make = socket.socket.__new__
    socket.socket.__new__ = make
    socket.socket.__init__ = begin
    socket.socketpair = lambda *args: refuse(None)
    socket.gethostname = lambda: HOST_NAME
    socket.getfqdn = lambda name="": name or HOST_NAME
