def lambda_handler(event, context):
    identity = context.identity
    return [str(identity), identity.cognito_identity_id, identity.cognito_identity_pool_id]
