"""An elevator with a generator of events and sorted requests."""
from bisect import insort
class Elevator:
    def __init__(self, floors):
        self.floors, self.floor, self.up, self.stops = floors, 0, True, []
    def call(self, *floors):
        for f in floors:
            if not 0 <= f < self.floors: raise ValueError(f"floor {f}?")
            if f not in self.stops: insort(self.stops, f)
        return self
    def run(self):
        while self.stops:
            ahead = [s for s in self.stops if (s >= self.floor if self.up else s <= self.floor)]
            if not ahead:
                self.up = not self.up
                yield "turn " + ("up" if self.up else "down")
                continue
            target = min(ahead) if self.up else max(ahead)
            yield f"{self.floor}{'↑' if self.up else '↓'}{target}"
            self.floor = target
            self.stops.remove(target)
            extra = yield f"open at {target}"
            if extra is not None: self.call(extra)
e = Elevator(10).call(5, 2, 5, 9)
g = e.run()
try:
    msg = next(g)
    while True:
        print(msg, end="; ")
        msg = g.send(1 if msg == "open at 5" else None)
except StopIteration: print("idle at", e.floor)
try: e.call(3, 12)
except ValueError as err: print(err, e.stops)
