"""A token authorizer: answers with an IAM policy, or raises what API Gateway turns into 401."""

TOKENS = {"allow-me": ("ada", "Allow"), "deny-me": ("eve", "Deny")}


def lambda_handler(event, context):
    try:
        principal, effect = TOKENS[event["authorizationToken"]]
    except KeyError:
        raise Exception("Unauthorized")
    region, account, api = event["methodArn"].split(":")[3:6]
    return {
        "principalId": principal,
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Action": "execute-api:Invoke",
                    "Effect": effect,
                    "Resource": f"arn:aws:execute-api:{region}:{account}:{api.split('/')[0]}/*",
                }
            ],
        },
        "context": {"tier": "gold"},
    }
