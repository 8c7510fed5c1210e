def lambda_handler(event, context):
    assert event.get("weight", 0) <= 1, f"a weight of {event['weight']} is too much"
    assert event.get("versions")
