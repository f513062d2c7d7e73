"""An event system with priorities, one-shot handlers, wildcard and weak typing."""
from collections import defaultdict
from functools import partial, wraps
import fnmatch


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._serial = 0

    def on(self, name, handler=None, *, priority=0, once=False):
        if handler is None:
            return partial(self._decorate, name, priority, once)
        self._serial += 1
        self._handlers[name].append((-priority, self._serial, handler, once))
        self._handlers[name].sort(key=lambda t: t[:2])
        return handler

    def _decorate(self, name, priority, once, fn):
        @wraps(fn)
        def wrapper(*a, **k):
            return fn(*a, **k)
        self.on(name, wrapper, priority=priority, once=once)
        return wrapper

    def emit(self, event, /, *args, **kwargs):
        results = []
        for pattern in list(self._handlers):
            if fnmatch.fnmatch(event, pattern):
                for entry in self._handlers[pattern][:]:
                    if entry[3]:
                        self._handlers[pattern].remove(entry)
                    try:
                        results.append(entry[2](*args, **kwargs))
                    except Exception as exc:
                        results.append(exc)
        return results


bus = EventBus()


@bus.on("user.login", priority=1)
def greet(name, **_):
    "Say hello."
    return f"hello {name}"


@bus.on("user.login", priority=10, once=True)
def first(name, **_):
    return f"first time for {name}!"


bus.on("user.*", lambda *a, **k: (a, k))
bus.on("error", lambda: 1 / 0)
bus.on("error", int)
print(bus.emit("user.login", "ann", ip="::1"))
print(bus.emit("user.login", "bob"))
print(bus.emit("user.logout"), bus.emit("nothing"), bus.emit("error"))
print(greet.__name__, greet.__doc__, greet("x"), {k: len(v) for k, v in bus._handlers.items()})
