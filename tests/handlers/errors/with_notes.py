def lambda_handler(event, context):
    for index, row in enumerate(event["rows"]):
        try:
            float(row)
        except ValueError as error:
            error.add_note(f"in row {index}")
            print(error.__notes__)
            raise
