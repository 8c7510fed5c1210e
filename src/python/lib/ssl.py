"""Enough of `ssl` for what imports it: contexts can be made and set, but there is no connection to secure."""

import enum

from _lambda import NO_NETWORK


class SSLError(OSError):
    """An error of the secure connection."""


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLSyscallError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


class VerifyMode(enum.IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class Purpose(enum.IntEnum):
    SERVER_AUTH = 1
    CLIENT_AUTH = 2


class _SSLMethod(enum.IntEnum):
    PROTOCOL_TLS = 2
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class TLSVersion(enum.IntEnum):
    MINIMUM_SUPPORTED = -2
    MAXIMUM_SUPPORTED = -1
    TLSv1_2 = 771
    TLSv1_3 = 772


CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = VerifyMode
PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = _SSLMethod

HAS_SNI = HAS_ALPN = True
OPENSSL_VERSION = "none"
OPENSSL_VERSION_INFO = (0, 0, 0, 0, 0)


class SSLContext:
    """Keeps what is set."""

    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol = protocol
        self.verify_mode = CERT_REQUIRED if protocol == PROTOCOL_TLS_CLIENT else CERT_NONE
        self.check_hostname = protocol == PROTOCOL_TLS_CLIENT
        self.post_handshake_auth = None
        self.options = 0

    def wrap_socket(self, *args, **kwargs):
        raise SSLError(NO_NETWORK)

    wrap_bio = wrap_socket

    def _ignore(self, *args, **kwargs):
        pass

    load_cert_chain = load_verify_locations = load_default_certs = set_alpn_protocols = set_ciphers = _ignore


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    return SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)


def _create_unverified_context(*args, **kwargs):
    context = SSLContext()
    context.check_hostname = False
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context
