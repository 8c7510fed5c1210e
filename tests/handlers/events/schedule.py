"""Runs on a schedule and finds the week before the one it runs in."""

from datetime import date, datetime, timedelta


def lambda_handler(event, context):
    today = datetime.strptime(event["time"], "%Y-%m-%dT%H:%M:%SZ").date()
    monday = today - timedelta(days=today.weekday() + 7)
    year, week, _ = monday.isocalendar()
    return {
        "rule": event["resources"][0].rpartition("/")[2],
        "week": f"{year}-W{week:02}",
        "days": [str(monday + timedelta(days=day)) for day in range(7)],
        "leap": date(year, 12, 31).timetuple().tm_yday == 366,
    }
