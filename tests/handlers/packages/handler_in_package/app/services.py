def greet(name):
    return f"Hello from {__name__}, {name}"
