from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def lambda_handler(event, context):
    meeting = datetime.fromisoformat(event["at"]).replace(tzinfo=ZoneInfo(event["zone"]))
    before = datetime(2026, 3, 29, 0, 30, tzinfo=timezone.utc).astimezone(ZoneInfo("Europe/Zurich"))
    after = (before.astimezone(timezone.utc) + timedelta(hours=1)).astimezone(before.tzinfo)
    return {
        "utc": meeting.astimezone(timezone.utc).isoformat(),
        "elsewhere": {zone: f"{meeting.astimezone(ZoneInfo(zone)):%a %H:%M %Z}" for zone in event["zones"]},
        "change": [before.isoformat(), after.isoformat()],
        "fold": str(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=before.tzinfo).utcoffset()),
    }
