"""A trigger of a user pool: changes the event and gives it back."""


def lambda_handler(event, context):
    attributes = event["request"]["userAttributes"]
    domain = attributes["email"].rpartition("@")[2]
    if event["triggerSource"] == "PreSignUp_SignUp" and domain not in {"example.com", "example.org"}:
        raise Exception(f"Sign-up with an address of {domain} is not allowed")
    event["response"]["autoConfirmUser"] = True
    event["response"]["autoVerifyEmail"] = "email" in attributes
    return event
