"""Names that do not resolve and connections that are not made, each with an OSError that says why."""

import errno

from . import NO_NETWORK

HOST_NAME = "169.254.100.6"


def amend(module):
    AMENDED[module.__name__](module)


def amend_socket(socket):
    def resolve(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, NO_NETWORK)

    def connect(self, *args):
        raise OSError(errno.ENETUNREACH, NO_NETWORK)

    if not hasattr(socket, "EAI_NONAME"):
        socket.EAI_NONAME = -2
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo"):
        setattr(socket, name, resolve)
    for name in ("connect", "connect_ex", "bind", "listen", "accept", "sendto", "send", "sendall", "recv", "recvfrom"):
        setattr(socket.socket, name, connect)
    socket.gethostname = lambda: HOST_NAME
    socket.getfqdn = lambda name="": name or HOST_NAME


def amend_urllib_request(request):
    class HTTPSHandler(request.AbstractHTTPHandler):
        """Refuses where the network would be needed, as for http."""

        def __init__(self, debuglevel=None, context=None, check_hostname=None):
            super().__init__(debuglevel)

        def https_open(self, request_made):
            raise request.URLError(OSError(errno.ENETUNREACH, NO_NETWORK))

        https_request = request.AbstractHTTPHandler.do_request_

    inherited = request.build_opener
    request.HTTPSHandler = HTTPSHandler
    request.build_opener = lambda *handlers: inherited(*handlers, HTTPSHandler)


AMENDED = {"socket": amend_socket, "urllib.request": amend_urllib_request}
