"""Lambda's Python side: what finds the handler, calls it, and words what goes wrong.

It is run when the site is built, and every environment begins with what it leaves in memory. There the host calls
`start` once and `invoke` for each event. Both take and return text; an answer is one word, a line feed, and what belongs
to it:

- `ok`: the response as JSON (nothing after `start`)
- `error`: the error payload as JSON
- `exit`: the status with which the process ended
"""

import _lambda

_lambda.amend()

import importlib
import importlib.machinery
import logging
import os
import random
import sys

# By their own names, so that a handler that replaces what a module holds does not replace it for the runtime.
from contextlib import suppress
from json import JSONDecoder, JSONEncoder
from math import nan
from os import environ, write
from secrets import token_hex
from time import gmtime, time, tzset
from traceback import extract_tb, format_exception, format_list

from _lambda.wording import line_of, without_amendments, words

# Imported by most handlers: imported ahead they cost each environment nothing.
import base64, collections, dataclasses, datetime, enum, functools, hashlib, itertools, math, re  # noqa: E401
import string, typing, urllib.parse, uuid  # noqa: E401

TASK_ROOT = "/var/task"

STANDARD_OUTPUT = 1
STANDARD_ERROR = 2

# In bytes: the service refuses what is longer.
LONGEST_RESPONSE = 6_291_556

ERROR_INDENT = "\u00a0"

# What of the context is the same for each invocation, and the variable that tells it.
CONSTANTS = {
    "log_group_name": "AWS_LAMBDA_LOG_GROUP_NAME",
    "log_stream_name": "AWS_LAMBDA_LOG_STREAM_NAME",
    "function_name": "AWS_LAMBDA_FUNCTION_NAME",
    "memory_limit_in_mb": "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "function_version": "AWS_LAMBDA_FUNCTION_VERSION",
}

# What Lambda logs before the error of a handler that could not be loaded.
UNHANDLED = (
    "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function code. However, in rare"
    " cases, a Lambda runtime update can cause unexpected function behavior. For functions using managed runtimes,"
    " runtime updates can be triggered by a function change, or can be applied automatically. To determine if the"
    " runtime has been updated, check the runtime version in the INIT_START log entry. If this error correlates with a"
    " change in the runtime version, you may be able to mitigate this error by temporarily rolling back to the previous"
    " runtime version. For more information, see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html\r"
)


class Fault(Exception):
    """An error of the runtime's own, with the type that callers see."""

    def __init__(self, kind, message, stack_trace=()):
        super().__init__(message)
        self.kind = kind
        self.stack_trace = stack_trace


class Exit(Exception):
    """The end of the process, with its status."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


class TaskFinder:
    """Finds a handler's own modules before those of the standard library, as the order of `sys.path` does on Lambda."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if path is None:
            return importlib.machinery.PathFinder.find_spec(name, [TASK_ROOT])
        return None


class Runtime:
    """What this environment is, and which invocation it serves.

    One object, not the class itself: to set an attribute of a class costs the interpreter everything it has cached.
    """

    release = (3, 13)
    handler = None
    marshaller = None
    constants = {}
    request_id = ""


class Record:
    """An object with fixed fields, each None unless it was sent."""

    __slots__ = ()

    def __init__(self, values):
        for field in self.__slots__:
            setattr(self, field, values.get(field))

    def __repr__(self):
        fields = ",".join(f"{field}={getattr(self, field)}" for field in self.__slots__)
        return f"{type(self).__name__}([{fields}])"


class CognitoIdentity(Record):
    __slots__ = ("cognito_identity_id", "cognito_identity_pool_id")


class Client(Record):
    __slots__ = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")


class ClientContext(Record):
    __slots__ = ("custom", "env", "client")

    def __init__(self, values):
        super().__init__(values)
        if self.client is not None:
            self.client = Client(self.client)


class LambdaContext:
    """The handler's second argument."""

    def __init__(self, request_id, function_arn, deadline, client_context):
        self.aws_request_id = request_id
        vars(self).update(runtime.constants)
        self.invoked_function_arn = function_arn
        self.client_context = ClientContext(read_json(client_context)) if client_context else None
        self.identity = CognitoIdentity({})
        self.tenant_id = None
        self._epoch_deadline_time_in_ms = int(deadline)

    def get_remaining_time_in_millis(self):
        return max(self._epoch_deadline_time_in_ms - int(time() * 1000), 0)

    def log(self, message):
        log(str(message))

    def __repr__(self):
        shown = (f"{name}={value}" for name, value in vars(self).items() if not name.startswith("_"))
        return f"LambdaContext([{','.join(shown)}])"


class LambdaLoggerHandler(logging.Handler):
    """The root logger's handler: one record a line, on standard output."""

    def emit(self, record):
        text = self.format(record)
        log(text if text.endswith("\n") else text + "\n")


class LambdaLoggerFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = runtime.request_id
        return True


def set_up_logging():
    formatter = logging.Formatter(
        "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S"
    )
    logging.Formatter.converter = gmtime
    handler = LambdaLoggerHandler()
    handler.setFormatter(formatter)
    handler.addFilter(LambdaLoggerFilter())
    logging.root.addHandler(handler)


def start(request):
    """Makes the copied interpreter this environment's own, and imports its handler."""
    request = read_json(request)
    environ.clear()
    environ.update(request["variables"])
    os.chdir(TASK_ROOT)
    tzset()
    reseed()
    runtime.release = tuple(map(int, request["runtime"].removeprefix("python").split(".")))
    runtime.marshaller = Marshaller(ensure_ascii=runtime.release < (3, 12))
    runtime.constants = {name: environ.get(variable) for name, variable in CONSTANTS.items()}
    sys.path_importer_cache.clear()
    try:
        runtime.handler = watch(lambda: find_handler(request["handler"]))
    except Fault as fault:
        logging.warning(UNHANDLED)
        return failed(fault.kind, str(fault), fault.stack_trace, "")
    except Exit as end:
        return f"exit\n{end.status}"
    except Exception as error:
        logging.warning(UNHANDLED)
        return failed(type(error).__name__, words(error), stack_trace(error), "")
    return "ok\n"


def invoke(request):
    """Calls the handler with one event; the fields of the request are separated by NUL, the event is the last."""
    request_id, function_arn, deadline, trace_id, client_context, reseeded, event = request.split("\0", 6)
    runtime.request_id = request_id
    environ["_X_AMZN_TRACE_ID"] = trace_id
    if reseeded:
        reseed()
    try:
        context = LambdaContext(request_id, function_arn, deadline, client_context)
        event = decode(event)
        response = watch(lambda: handle_event_request(runtime.handler, event, context))
        return "ok\n" + marshal(response)
    except Fault as fault:
        return failed(fault.kind, str(fault), fault.stack_trace, request_id)
    except Exit as end:
        return f"exit\n{end.status}"
    except Exception as error:
        return failed(type(error).__name__, words(error), stack_trace(error), request_id)


def handle_event_request(handler, event, context):
    """Calls the handler: the one frame of the runtime that callers see, where the call itself fails."""
    return handler(event, context)


def reseed():
    """Forgets the random state: what every environment begins with, or what was before a seed."""
    _lambda.reseed()
    random.seed()
    if "tempfile" in sys.modules:
        sys.modules["tempfile"]._name_sequence = None
    uuid._last_timestamp = uuid._node = None


def find_handler(handler):
    try:
        module_name, function_name = handler.rsplit(".", 1)
    except ValueError as error:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{handler}': {error}") from None
    if module_name.split(".")[0] in sys.builtin_module_names:
        message = f"Cannot use built-in module {module_name} as a handler module"
        raise Fault("Runtime.BuiltInModuleConflict", message)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {words(error)}") from None
    except SyntaxError as error:
        trace = [f'  File "{error.filename}" Line {error.lineno}\n    {line_of(error)}']
        raise Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {words(error)}", trace) from None
    try:
        return getattr(module, function_name)
    except AttributeError:
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        raise Fault("Runtime.HandlerNotFound", message) from None


def watch(call):
    """Calls what the user wrote; what would end the process becomes an `Exit`."""
    try:
        return call()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            raise Exit(int(end.code or 0)) from None
        log(words(end.code) + "\n", STANDARD_ERROR)
        raise Exit(1) from None
    except Exception:
        raise
    except BaseException as error:
        log("".join(format_exception(error)), STANDARD_ERROR)
        raise Exit(1) from None


def decode(event):
    try:
        return read_json(event)
    except Exception as error:
        raise Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {words(error)}") from None


def marshal(response):
    """Writes a response as JSON, or gives bytes as they are; of what is too long, as much as shows that it is."""
    if isinstance(response, bytes):
        text = cut(response).decode(errors="replace")
    else:
        try:
            text = runtime.marshaller.encode(response)
        except Exception as error:
            raise Fault("Runtime.MarshalError", f"Unable to marshal response: {words(error)}") from None
    return cut(text)


def cut(text):
    """Leaves as much of a response, or of a part of it, as makes the response too long, if it is."""
    return text if len(text) <= LONGEST_RESPONSE else text[: LONGEST_RESPONSE + 1]


class Encoder(JSONEncoder):
    """An encoder of the runtime's own: what handlers put into `JSONEncoder` is for their own JSON."""

    default = JSONEncoder.default
    encode = JSONEncoder.encode
    iterencode = JSONEncoder.iterencode


class Marshaller:
    """Writes JSON as Lambda does: decimals with all their digits, bytes as text, named tuples as objects."""

    ATOMS = frozenset({int, float, bool, type(None)})

    def __init__(self, ensure_ascii):
        self._encode = Encoder(ensure_ascii=ensure_ascii).encode
        # Stands around a decimal until the text is written: json has no way to write a number of another kind.
        self._mark = ""
        self._decimals = None

    def encode(self, response):
        self._mark = ""
        try:
            response = self._plain(response)
        except RecursionError:
            # Too deep or within itself: json says which.
            pass
        text = self._encode(response)
        return self._decimals.sub(r"\1", text) if self._mark else text

    def _plain(self, value):
        if type(value) is str:
            return cut(value)
        if type(value) in self.ATOMS:
            return value
        if isinstance(value, dict):
            return {self._key(key): self._plain(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            if isinstance(value, tuple) and callable(getattr(value, "_asdict", None)):
                return self._plain(value._asdict())
            return [self._plain(item) for item in value]
        if isinstance(value, bytes):
            return value.decode()
        if is_decimal(value):
            return self._decimal(value)
        return value

    @staticmethod
    def _key(key):
        return key.decode() if isinstance(key, bytes) else key

    def _decimal(self, value):
        if value.is_nan():
            return nan
        if not self._mark:
            self._mark = f"decimal {token_hex(8)} "
            self._decimals = re.compile(f'"{self._mark}([^"]*)"')
        return self._mark + str(value)


def is_decimal(value):
    """Whether it is a decimal: who has one has imported the module, and most have not."""
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(value, decimal.Decimal)


def stack_trace(error):
    """The traceback as lines that callers see: from the handler's own frames on, or the last if there are none."""
    frames = without_amendments(extract_tb(error.__traceback__))
    own = next((index for index, frame in enumerate(frames) if frame.filename != __file__), len(frames) - 1)
    return format_list([(frame.filename, frame.lineno, frame.name, frame.line) for frame in frames[own:]])


def log(text, descriptor=STANDARD_OUTPUT):
    """Writes past `sys.stdout`, which is the handler's; where the handler has closed the descriptor, nothing is left."""
    with suppress(OSError):
        write(descriptor, text.encode(errors="backslashreplace"))


def failed(kind, message, stack_trace, request_id):
    """Writes the error to the log and words it for the caller."""
    lines = [f"[ERROR] {kind}: {message}" if message else f"[ERROR] {kind}", "Traceback (most recent call last):"]
    for line in "".join(element if element.endswith("\n") else element + "\n" for element in stack_trace).splitlines():
        text = line.lstrip(" ")
        lines.append(ERROR_INDENT * (len(line) - len(text)) + text)
    log("\n".join(lines) + "\n")
    payload = {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": list(stack_trace)}
    if runtime.release < (3, 9):
        del payload["requestId"]
    return "error\n" + cut(write_json(payload))


__file__ = "/var/runtime/bootstrap.py"
sys.path[:0] = [TASK_ROOT, "/opt/python", "/var/runtime"]
sys.meta_path.insert(0, TaskFinder)
set_up_logging()
read_json = JSONDecoder().decode
write_json = Encoder().encode
runtime = Runtime()
