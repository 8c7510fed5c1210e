"""Tests itself with mocks."""

from unittest import mock


class Store:
    def put(self, key, value):
        raise ConnectionError("there is no store")


def save(store, order):
    store.put(order["id"], order)
    return order["id"]


def lambda_handler(event, context):
    store = mock.create_autospec(Store, instance=True)
    save(store, event)
    store.put.assert_called_once_with(event["id"], event)
    with mock.patch(f"{__name__}.save", side_effect=[1, KeyError("gone")]) as patched:
        first = save(store, event)
        try:
            save(store, event)
        except KeyError as error:
            second = str(error)
    with mock.patch.dict("os.environ", {"STAGE": "test"}):
        import os

        stage = os.environ["STAGE"]
    try:
        store.put.assert_not_called()
    except AssertionError as error:
        complaint = str(error).splitlines()[0]
    return [first, second, patched.call_count, stage, "STAGE" in os.environ, complaint]
