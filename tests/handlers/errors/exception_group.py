def lambda_handler(event, context):
    errors = []
    for text in event["numbers"]:
        try:
            int(text)
        except ValueError as error:
            errors.append(error)
    try:
        raise ExceptionGroup("not numbers", errors + [KeyError("unit")])
    except* KeyError as group:
        print("handled", [repr(error) for error in group.exceptions])
