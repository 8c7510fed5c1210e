"""A pipeline of generators, and one that is talked to."""


def numbers(lines):
    for line in lines:
        try:
            yield int(line)
        except ValueError:
            print("skipped", repr(line))


def running_mean():
    total = count = 0
    mean = None
    while True:
        total += yield mean
        count += 1
        mean = total / count


def chunks(items, size):
    chunk = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def lambda_handler(event, context):
    means = running_mean()
    next(means)
    values = [means.send(number) for number in numbers(event)]
    means.close()
    return {"means": values, "chunks": list(chunks(numbers(event), 2))}
