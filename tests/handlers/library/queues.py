import queue
import threading


def lambda_handler(event, context):
    tasks, results = queue.Queue(), queue.PriorityQueue()
    for number in event:
        tasks.put(number)

    def work():
        while True:
            try:
                number = tasks.get_nowait()
            except queue.Empty:
                return
            results.put((-number, number * number))
            tasks.task_done()

    threads = [threading.Thread(target=work, name=f"worker-{index}", daemon=True) for index in range(2)]
    for thread in threads:
        thread.start()
    tasks.join()
    return [results.get()[1] for _ in event]
