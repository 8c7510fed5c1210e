calls = 0


def lambda_handler(event, context):
    global calls
    calls += 1
    return {"calls": calls, "cold": calls == 1}
