"""Runs the corpus of handlers in CPython, driven by the playground's own bootstrap.py.

Reads `{"bootstrap": path, "handlers": [...]}` from standard input, each handler as `corpus.js` reads it, and writes
`{"version": "3.13", "results": {name: {"start": result, "calls": [result, ...]}}}` to standard output. A result has the
fields of the worker's: outcome, payload, log and exitStatus.

Every environment is a fork of this process, as in the page it begins with the booted interpreter's memory. Its
`/var/task` and `/tmp` are folders of its own: the paths are replaced in its sources, and put back in what it answers.
"""

import io
import json
import os
import pathlib
import re
import shutil
import signal
import sys
import tempfile
import time
import types

INIT_TIMEOUT = 10


class Folders:
    """Where an environment's `/var/task`, `/tmp` and log are."""

    def __init__(self, files):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="handlers-")).resolve()
        self.task = self.root / "var/task"
        self.log = self.root / "log"
        self.log.touch()
        (self.root / "tmp").mkdir()
        for path, text in files:
            target = self.task / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.there(text), encoding="utf-8")

    def there(self, text):
        return re.sub("/var/task|/tmp", lambda path: f"{self.root}{path[0]}", text)

    def back(self, text):
        return text.replace(str(self.root), "")


def run(handler, bootstrap):
    """Makes a handler's calls in an environment of its own."""
    folders = Folders(handler["package"])
    try:
        answers = converse(lambda answer: serve(handler, bootstrap, folders, answer))
        log = folders.log.read_bytes()
        begin = 0
        results = []
        for text, end in answers:
            results.append(result(folders.back(text), folders.back(log[begin:end].decode("utf-8", "replace"))))
            begin = end
        return {"start": results[0], "calls": results[1:]}
    finally:
        shutil.rmtree(folders.root)


def converse(child):
    """Forks, and gives a pair for each answer of the child: its text, and how much of the log was written by then."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as pipe:
            child(lambda text, end: print(json.dumps([text, end]), file=pipe, flush=True))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answers = [json.loads(line) for line in pipe]
    status = os.waitpid(process, 0)[1]
    if status == 0:
        return answers
    if os.WIFEXITED(status):
        death = f"exit\n{os.WEXITSTATUS(status)}"
    else:
        death = "timeout\n" if os.WTERMSIG(status) == signal.SIGALRM else "crash\n"
    return [*answers, (death, None)]


def serve(handler, bootstrap, folders, answer):
    """The child: starts the environment, then makes the calls until one ends it."""
    log = os.open(folders.log, os.O_WRONLY | os.O_APPEND)
    for descriptor, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(log, descriptor)
        stream = open(descriptor, "wb", buffering=0, closefd=False)
        setattr(sys, name, io.TextIOWrapper(stream, "utf-8", "backslashreplace", write_through=True))
    bootstrap["TASK_ROOT"] = sys.path[0] = str(folders.task)
    tempfile.tempdir = str(folders.root / "tmp")

    def ask(function, request, timeout):
        signal.setitimer(signal.ITIMER_REAL, timeout)
        text = bootstrap[function](request)
        signal.setitimer(signal.ITIMER_REAL, 0)
        answer(text, folders.log.stat().st_size)
        return text.split("\n", 1)[0]

    start = {name: handler[name] for name in ("runtime", "handler", "variables")}
    if ask("start", folders.there(json.dumps(start)), INIT_TIMEOUT) != "ok":
        return
    for index, call in enumerate(handler["calls"]):
        deadline = int(time.time() * 1000) + call["timeout"]
        fields = [f"request-{index}", call["functionArn"], str(deadline), call["traceId"], call["clientContext"] or ""]
        unseeded = ""
        outcome = ask("invoke", "\0".join([*fields, unseeded, call["event"]]), call["timeout"] / 1000)
        if outcome not in ("ok", "error"):
            return


def result(text, log):
    outcome, payload = text.split("\n", 1)
    if log and not log.endswith("\n"):
        log += "\n"
    status = int(payload) if outcome == "exit" else None
    return {"outcome": outcome, "payload": "" if outcome == "exit" else payload, "log": log, "exitStatus": status}


def load(path):
    """Runs bootstrap.py as the guest does, before there are environments."""
    # What the guest's interpreter lacks, CPython has.
    sys.modules["_lambda"] = types.SimpleNamespace(amend=lambda: None, reseed=lambda: None)
    # Executed from its source: an import would leave bytecode beside it.
    wording = types.ModuleType("_lambda.wording")
    wording.__package__ = "_lambda"
    exec((pathlib.Path(path).parent / "lib/_lambda/wording.py").read_text(encoding="utf-8"), vars(wording))
    sys.modules[wording.__name__] = wording
    bootstrap = {"__name__": "__main__"}
    source = pathlib.Path(path).read_text(encoding="utf-8")
    exec(compile(source, "/var/runtime/bootstrap.py", "exec"), bootstrap)
    return bootstrap


def main():
    request = json.load(sys.stdin)
    bootstrap = load(request["bootstrap"])
    results = {handler["name"]: run(handler, bootstrap) for handler in request["handlers"]}
    version = "{}.{}".format(*sys.version_info)
    json.dump({"version": version, "results": results}, sys.stdout)


if __name__ == "__main__":
    main()
