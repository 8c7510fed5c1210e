import contextvars

request_id = contextvars.ContextVar("request_id", default="none")


def work():
    return request_id.get()


def lambda_handler(event, context):
    token = request_id.set(context.aws_request_id)
    inner = contextvars.copy_context()
    inside = inner.run(work)
    request_id.reset(token)
    return [inside, work()]
