"""Threads with a lock, a queue, a pool and an event, deterministic output."""
import threading
import queue
from concurrent.futures import ThreadPoolExecutor
counter, lock = 0, threading.Lock()
def work(n):
    global counter
    for _ in range(n):
        with lock: counter += 1
ts = [threading.Thread(target=work, args=(50,), name=f"t{i}") for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(counter, [t.name for t in ts], any(t.is_alive() for t in ts))
q = queue.Queue()
for x in (3, 1, 2): q.put(x)
print(q.qsize(), q.get(), q.empty())
pq = queue.PriorityQueue()
for x in (3, 1, 2): pq.put((x, str(x)))
print([pq.get() for _ in range(3)])
with ThreadPoolExecutor(max_workers=2) as ex:
    print(list(ex.map(lambda x: x * x, range(5))), ex.submit(pow, 2, 5).result())
    f = ex.submit(int, "x")
    print(type(f.exception()).__name__, f.done())
e = threading.Event(); e.set(); print(e.is_set(), e.wait(1), threading.current_thread().name)
try: q.get_nowait(); q.get_nowait(); q.get_nowait()
except queue.Empty as err: print(type(err).__name__)
