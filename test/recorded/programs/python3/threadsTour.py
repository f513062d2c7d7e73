"""threading, queue and concurrent.futures with deterministic output."""
import threading, queue, time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
class Acc(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"acc{n}")
        self.n = n; self.total = 0
    def run(self):
        for i in range(self.n): self.total += i
a = Acc(10); a.start(); a.join(); print(a.total, a.name, a.is_alive(), a.daemon)
try: a.start()
except RuntimeError as e: print(e)
lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False)); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
r = threading.RLock()
with r:
    with r: print("re")
q = queue.Queue()
def prod():
    for i in range(3): q.put(i)
    q.put(None)
def cons():
    while True:
        x = q.get()
        if x is None: break
        print("got", x)
p = threading.Thread(target=prod); c = threading.Thread(target=cons)
p.start(); c.start(); p.join(); c.join()
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="W") as ex:
    fs = {ex.submit(lambda x: x ** 2, i): i for i in range(4)}
    for f in as_completed(fs): pass
    print(sorted(f.result() for f in fs))
    print(list(ex.map(pow, [1, 2, 3], [2, 2, 2])))
    f = ex.submit(lambda: 1 / 0)
    try: f.result()
    except ZeroDivisionError as e: print("err", e)
    print(f.done(), f.cancelled(), repr(f.exception()))
def slow(n):
    time.sleep(n / 20); return n
with ThreadPoolExecutor() as ex:
    fs = [ex.submit(slow, n) for n in (1, 2, 3)]
    print([f.result() for f in as_completed(fs)])
    done, nd = wait(fs); print(len(done), len(nd))
ev = threading.Event(); ev.set(); print(ev.is_set(), ev.wait())
s = threading.Semaphore(2)
with s: print("in", threading.main_thread().name, threading.current_thread() is threading.main_thread())
loc = threading.local(); loc.x = 5
def f():
    print(hasattr(loc, "x")); loc.x = 9; print(loc.x)
t = threading.Thread(target=f); t.start(); t.join(); print(loc.x)
def hello(): print("hello timer")
tm = threading.Timer(0.05, hello); tm.start(); print("before"); tm.join(); print("after")
tm = threading.Timer(5, hello); tm.start(); tm.cancel(); tm.join(); print("cancelled")
b = threading.BoundedSemaphore(1)
try: b.release()
except ValueError as e: print(e)
c = threading.Condition()
with c: c.notify_all()
def bad(): raise ValueError("boom")
threading.excepthook = lambda a: print("hook", a.exc_type, a.exc_value, a.thread.name)
t = threading.Thread(target=bad, daemon=True); t.start(); t.join(); print(t.daemon, t.name)
try: threading.Thread(target=bad).join()
except RuntimeError as e: print(e)
try: ex.submit(pow, 1, 2)
except RuntimeError as e: print(e)
log = []
def worker(n, delay):
    time.sleep(delay); log.append(n)
ts = [threading.Thread(target=worker, args=(i, 0.05 * i), name=f"w{i}") for i in range(1, 4)]
for t in ts: t.start()
print("waiting", len(ts), [t.is_alive() for t in ts])
for t in ts: t.join()
print(log)
