ATTRIBUTES = (
    "function_name",
    "function_version",
    "invoked_function_arn",
    "memory_limit_in_mb",
    "aws_request_id",
    "log_group_name",
    "log_stream_name",
    "client_context",
    "tenant_id",
)


def lambda_handler(event, context):
    return {name: getattr(context, name) for name in ATTRIBUTES}
