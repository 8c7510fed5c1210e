"""What errors say of themselves, in CPython's words where the interpreter has its own."""

NATIVE_RECURSION = "maximum recursion depth exceeded"

SYNTAX = {"unexpected indentation": "unexpected indent"}


def words(error):
    """What an error says of itself, in `traceback`'s words if it cannot."""
    try:
        text = str(error)
    except Exception:
        return "<exception str() failed>"
    if isinstance(error, RecursionError):
        return text.rstrip() or NATIVE_RECURSION
    if isinstance(error, SyntaxError) and error.msg in SYNTAX:
        return text.replace(error.msg, SYNTAX[error.msg], 1)
    return text


def without_amendments(frames):
    """Leaves out the frames of what is done here in place of the interpreter: on Lambda it leaves none."""
    return [frame for frame in frames if not frame.filename.startswith(__package__)]
