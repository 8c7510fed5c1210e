def lambda_handler(event, context):
    return (1, ("two", (3.5,)), ())
