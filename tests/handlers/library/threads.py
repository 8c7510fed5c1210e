import threading

lock = threading.Lock()
total = 0


def add(amount):
    global total
    with lock:
        total += amount


def lambda_handler(event, context):
    threads = [threading.Thread(target=add, args=(amount,)) for amount in event]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"total": total, "alive": any(thread.is_alive() for thread in threads)}
