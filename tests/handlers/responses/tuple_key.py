def lambda_handler(event, context):
    return {("a", 1): "a tuple cannot be a key"}
