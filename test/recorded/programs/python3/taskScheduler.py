"""A scheduler of generator tasks: sleep, join and priorities in simulated time."""
import heapq
from dataclasses import dataclass, field
from typing import Any, Generator


@dataclass(order=True)
class Event:
    time: int
    seq: int
    task: "Task" = field(compare=False)
    value: Any = field(default=None, compare=False)


class Task:
    def __init__(self, name: str, gen: Generator):
        self.name, self.gen, self.result, self.waiters, self.done = name, gen, None, [], False

    def __repr__(self):
        return f"<Task {self.name}{' done' if self.done else ''}>"


class Scheduler:
    def __init__(self):
        self.now, self._seq, self._queue, self.log = 0, 0, [], []

    def spawn(self, name, gen):
        t = Task(name, gen)
        self._schedule(t, 0)
        return t

    def _schedule(self, task, delay, value=None):
        self._seq += 1
        heapq.heappush(self._queue, Event(self.now + delay, self._seq, task, value))

    def run(self):
        while self._queue:
            ev = heapq.heappop(self._queue)
            self.now = ev.time
            try:
                request = ev.task.gen.send(ev.value)
            except StopIteration as stop:
                ev.task.done, ev.task.result = True, stop.value
                print(f"[{self.now:>3}] {ev.task.name} finished with {stop.value!r}")
                for w in ev.task.waiters:
                    self._schedule(w, 0, stop.value)
            except Exception as e:
                ev.task.done = True
                print(f"[{self.now:>3}] {ev.task.name} crashed: {e!r}")
            else:
                match request:
                    case ("sleep", int(n)):
                        self._schedule(ev.task, n)
                    case ("join", Task(done=False) as other):
                        other.waiters.append(ev.task)
                    case ("join", Task(result=r)):
                        self._schedule(ev.task, 0, r)
                    case _:
                        ev.task.gen.close()
                        print(f"[{self.now:>3}] {ev.task.name} asked for {request!r}")


s = Scheduler()


def worker(name, n, pause):
    total = 0
    for i in range(n):
        print(f"[{s.now:>3}] {name} step {i}")
        yield "sleep", pause
        total += i
    return total


def boss(*tasks):
    results = []
    for t in tasks:
        results.append((yield "join", t))
    return results


def buggy():
    yield "sleep", 2
    raise LookupError("nothing here")


def odd():
    try:
        yield 42
    finally:
        print("odd cleaned up")


a, b = s.spawn("a", worker("a", 3, 5)), s.spawn("b", worker("b", 4, 3))
s.spawn("boss", boss(a, b))
s.spawn("buggy", buggy())
s.spawn("odd", odd())
s.run()
print(a, b, s.now, Event(1, 2, a) < Event(1, 3, b))
