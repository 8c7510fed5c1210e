import json

BOOKS = {
    "1": {"title": "Dune", "year": 1965},
    "2": {"title": "Solaris", "year": 1961},
}


def list_books(event):
    return 200, [{"id": key, **book} for key, book in BOOKS.items()]


def get_book(event):
    book = BOOKS.get(event["pathParameters"]["id"])
    if book is None:
        return 404, {"message": "No such book"}
    return 200, book


def add_book(event):
    book = json.loads(event["body"])
    key = str(len(BOOKS) + 1)
    BOOKS[key] = book
    return 201, {"id": key, **book}


ROUTES = {
    ("GET", "/books"): list_books,
    ("POST", "/books"): add_book,
    ("GET", "/books/{id}"): get_book,
}


def lambda_handler(event, context):
    route = ROUTES.get((event["httpMethod"], event["resource"]))
    if route is None:
        status, body = 405, {"message": "Method not allowed"}
    else:
        status, body = route(event)
    return {"statusCode": status, "body": json.dumps(body)}
