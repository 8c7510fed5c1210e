"""Files and folders in /tmp."""

import shutil
import tempfile
from pathlib import Path


def lambda_handler(event, context):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "in" / "deep").mkdir(parents=True)
        for name, text in event.items():
            (root / "in" / name).write_text(text, encoding="utf-8")
        found = sorted(str(path.relative_to(root)) for path in root.rglob("*.txt"))
        shutil.copytree(root / "in", root / "out")
        (root / "out" / "b.txt").rename(root / "out" / "c.md")
        (root / "out" / "a.txt").unlink()
        left = sorted(path.name for path in (root / "out").iterdir())
        size = (root / "in" / "a.txt").stat().st_size
    with tempfile.NamedTemporaryFile("w+", suffix=".txt") as file:
        file.write("line one\nline two\n")
        file.seek(5)
        read = file.readline()
        ending = Path(file.name).suffix
    with tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(b"spooled")
        spooled.seek(-3, 2)
        tail = spooled.read().decode()
    return {"found": found, "left": left, "size": size, "read": read, "ending": ending, "tail": tail, "gone": not root.exists()}
