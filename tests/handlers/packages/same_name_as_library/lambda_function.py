import calendar


def lambda_handler(event, context):
    return calendar.next_holiday()
