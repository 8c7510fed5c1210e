from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
from io import StringIO


@contextmanager
def transaction(name):
    print("begin", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("roll back", name, "because of", error)
    else:
        print("commit", name)
    finally:
        print("end", name)


def lambda_handler(event, context):
    with transaction("one") as one, transaction("two"):
        raise ValueError("two failed")
    with ExitStack() as stack:
        names = [stack.enter_context(transaction(name)) for name in event]
        stack.callback(print, "called back")
    with suppress(KeyError), nullcontext():
        {}["missing"]
    with redirect_stdout(StringIO()) as captured, closing(StringIO("text")) as text:
        print(text.read(), end="")
    return [one, names, captured.getvalue(), text.closed]
