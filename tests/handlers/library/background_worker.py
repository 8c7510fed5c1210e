"""A worker thread waits for what is put into its queue later."""

import queue
import threading


def lambda_handler(event, context):
    tasks, done = queue.Queue(), []

    def work():
        while True:
            done.append(tasks.get() * 2)
            tasks.task_done()

    threading.Thread(target=work, daemon=True).start()
    for number in event:
        tasks.put(number)
    tasks.join()
    return done
