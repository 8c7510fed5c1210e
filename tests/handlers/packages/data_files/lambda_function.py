"""Reads files that came with the package: beside the module, and as resources."""

import json
from importlib import resources
from pathlib import Path

HERE = Path(__file__).parent
COUNTRIES = json.loads((HERE / "countries.json").read_text(encoding="utf-8"))


def lambda_handler(event, context):
    template = resources.files("templates").joinpath("letter.txt").read_text(encoding="utf-8")
    return {
        "letter": template.format(name=event["name"], country=COUNTRIES[event["country"]]),
        "files": sorted(path.name for path in HERE.iterdir() if path.name != "__pycache__"),
    }
