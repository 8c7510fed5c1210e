"""A function URL that counts visits in a cookie."""

from http.cookies import SimpleCookie


def lambda_handler(event, context):
    cookies = SimpleCookie()
    for cookie in event.get("cookies", []):
        cookies.load(cookie)
    visits = int(cookies["visits"].value) + 1 if "visits" in cookies else 1
    answer = SimpleCookie()
    answer["visits"] = str(visits)
    answer["visits"]["max-age"] = 3600
    answer["visits"]["httponly"] = True
    answer["visits"]["samesite"] = "Lax"
    return {
        "statusCode": 200,
        "cookies": [answer["visits"].OutputString()],
        "body": f"Visit number {visits}",
    }
