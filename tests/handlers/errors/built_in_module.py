def exit(event, context):
    return "never called: `sys` is Python's own"
