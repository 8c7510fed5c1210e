import json
from datetime import datetime, timezone


def lambda_handler(event, context):
    for record in event["Records"]:
        message = record["Sns"]
        alarm = json.loads(message["Message"])
        at = datetime.fromisoformat(message["Timestamp"].replace("Z", "+00:00")).astimezone(timezone.utc)
        print(f"{at:%d %b %Y %H:%M} {alarm['AlarmName']}: {alarm['OldStateValue']} -> {alarm['NewStateValue']}")
