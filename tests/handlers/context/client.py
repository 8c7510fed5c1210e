def lambda_handler(event, context):
    sent = context.client_context
    if sent is None:
        return None
    return {"custom": sent.custom, "env": sent.env, "app": sent.client and sent.client.app_title}
