"""With a seed of its own, Python's generator gives the same numbers everywhere."""

import random


def lambda_handler(event, context):
    chance = random.Random(event["seed"])
    deck = list(range(10))
    chance.shuffle(deck)
    return {
        "random": chance.random(),
        "whole": [chance.randint(1, 6) for _ in range(6)],
        "deck": deck,
        "sample": chance.sample(range(100), 4),
        "choices": chance.choices(["old", "new"], weights=[90, 10], k=6),
        "normal": round(chance.gauss(0, 1), 9),
        "unseeded": random.random() != random.random(),
    }
