import calendar
import time
from datetime import date, datetime, timedelta, timezone


def month_ends(year):
    return [calendar.monthrange(year, month)[1] for month in range(1, 13)]


def lambda_handler(event, context):
    at = datetime.strptime(event["at"], "%d.%m.%Y %H:%M").replace(tzinfo=timezone.utc)
    return {
        "iso": at.isoformat(timespec="milliseconds"),
        "epoch": at.timestamp(),
        "back": datetime.fromtimestamp(at.timestamp(), timezone.utc) == at,
        "weekday": at.strftime("%A, %d %B %Y, day %j, week %W"),
        "until": str(datetime(2027, 1, 1, tzinfo=timezone.utc) - at),
        "parts": divmod(timedelta(days=1, hours=5), timedelta(hours=2))[0],
        "offset": at.astimezone(timezone(timedelta(hours=5, minutes=30))).isoformat(),
        "months": month_ends(at.year),
        "isoWeek": date.fromisocalendar(2026, 53, 5).isoformat(),
        "struct": time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86_400)),
        "now": (datetime.now(timezone.utc) - datetime.fromtimestamp(time.time(), timezone.utc)) < timedelta(seconds=5),
        "local": time.tzname[0],
    }
