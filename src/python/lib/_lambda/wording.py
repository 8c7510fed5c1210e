"""What errors say of themselves, in CPython's words where the interpreter has its own."""

import re

NATIVE_RECURSION = "maximum recursion depth exceeded"

SYNTAX = {"unexpected indentation": "unexpected indent"}

# How errors begin that CPython finds before it knows where the line ends.
WITHIN_LINE = (
    "closing parenthesis ",
    "invalid character ",
    "invalid non-printable character ",
    "unmatched ",
    "unterminated ",
)

# What CPython has of C, it names with its module.
OPERAND = re.compile(r"'Decimal'")


def words(error):
    """What an error says of itself, in `traceback`'s words if it cannot."""
    try:
        # It may be of a class of the handler's own, which no one here can rely on.
        text = str.__str__(str(error))
    except Exception:
        return "<exception str() failed>"
    if isinstance(error, RecursionError):
        return text.rstrip() or NATIVE_RECURSION
    if isinstance(error, SyntaxError):
        return text.replace(str(error.msg), syntax(error), 1)
    if isinstance(error, TypeError) and "supported" in text:
        return OPERAND.sub("'decimal.Decimal'", text)
    return text


def syntax(error):
    """What is wrong with the source: above all a character that Python has no use for."""
    message = str(error.msg)
    if message != "invalid syntax" or not error.text or not error.offset:
        return SYNTAX.get(message, message)
    character = error.text[error.offset - 1 : error.offset]
    if character.isascii() or f"_{character}".isidentifier():
        return message
    code = f"U+{ord(character):04X}"
    if character.isprintable():
        return f"invalid character '{character}' ({code})"
    return f"invalid non-printable character {code}"


def line_of(error):
    """The line in which the source is wrong."""
    return error.text.rstrip("\n") if error.text and syntax(error).startswith(WITHIN_LINE) else error.text


def without_amendments(frames):
    """Leaves out the frames of what is done here in place of the interpreter: on Lambda it leaves none."""
    return [frame for frame in frames if not frame.filename.startswith(__package__)]
