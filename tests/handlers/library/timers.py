"""Timers run while the handler waits, unless they are cancelled before."""

import queue
import threading
import time


def lambda_handler(event, context):
    begin = time.monotonic()
    told = []
    tell = told.append
    late = threading.Timer(0.4, tell, ["late"])
    late.start()
    threading.Timer(0.2, tell, ["early"]).start()
    cancelled = threading.Timer(0.3, tell, ["cancelled"])
    cancelled.start()
    tell("started")
    alive = [late.is_alive()]
    cancelled.cancel()
    late.join()
    alive.append(late.is_alive())

    answers = queue.Queue()
    threading.Timer(0.2, answers.put, ["an answer"]).start()
    tell(answers.get())

    is_done = threading.Event()
    threading.Timer(0.2, is_done.set).start()
    tell(is_done.wait(2))

    threading.Timer(60, tell, ["never"]).start()
    is_late = time.monotonic() - begin >= 0.8
    return [told, alive, is_late, threading.current_thread() is threading.main_thread()]
