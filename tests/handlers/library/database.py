"""A database in memory."""

import sqlite3


def lambda_handler(event, context):
    with sqlite3.connect(":memory:") as database:
        database.execute("create table orders (id integer primary key, amount integer)")
        database.executemany("insert into orders (amount) values (?)", [(amount,) for amount in event])
        return database.execute("select count(*), sum(amount) from orders").fetchone()
