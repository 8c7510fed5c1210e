import os

NAMES = (
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "LAMBDA_TASK_ROOT",
    "TZ",
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
)


def lambda_handler(event, context):
    os.environ["GREETING"] = os.environ.get("GREETING", "") + "hello "
    return {name: os.environ.get(name) for name in (*NAMES, "GREETING")}
