"""A parking lot: abstract vehicles, slots, tickets, fees, and a custom container protocol."""
from abc import ABC, abstractmethod
from collections import OrderedDict


class Vehicle(ABC):
    size = 1
    def __init__(self, plate):
        self.plate = plate.upper().replace(" ", "-")
    @abstractmethod
    def rate(self) -> float: ...
    @classmethod
    def parse(cls, text):
        kind, _, plate = text.partition(":")
        for sub in cls.__subclasses__():
            if sub.__name__.lower() == kind:
                return sub(plate)
        raise ValueError(f"unknown vehicle {kind!r}")
    def __eq__(self, other): return isinstance(other, Vehicle) and self.plate == other.plate
    def __hash__(self): return hash(self.plate)
    def __format__(self, spec): return format(f"{type(self).__name__} {self.plate}", spec)


class Car(Vehicle):
    def rate(self): return 2.0

class Truck(Vehicle):
    size = 3
    def rate(self): return super().rate() or 5.5

class Bike(Vehicle):
    rate = lambda self: 0.5


class Lot:
    def __init__(self, capacity): self.capacity, self._in = capacity, OrderedDict()
    @property
    def free(self): return self.capacity - sum(v.size for v in self._in)
    def __contains__(self, v): return v in self._in
    def __len__(self): return len(self._in)
    def __bool__(self): return self.free > 0
    def __iadd__(self, pair):
        v, hour = pair
        if v in self: raise KeyError(f"{v.plate} is parked already")
        if v.size > self.free: raise OverflowError(f"no room for {v:s}: {self.free} free")
        self._in[v] = hour
        return self
    def leave(self, v, hour): return (hour - self._in.pop(v)) * v.rate()


lot = Lot(5)
for hour, text in enumerate(["car:ab 12", "truck:T 1", "truck:t 2", "car:AB 12", "bike:x", "plane:y", "bike:z"]):
    try:
        lot += Vehicle.parse(text), hour
        print(f"{hour:02}:00 in, {lot.free} free, full: {not lot}")
    except (KeyError, OverflowError, ValueError) as e:
        print(f"{hour:02}:00 {type(e).__name__}: {e}")
print(f"fee {lot.leave(Car('ab 12'), 10):.2f}", len(lot), Car("AB 12") in lot, Bike("x") in lot, f"[{Bike('q'):>12}]")
try: Vehicle("a")
except TypeError as e: print(e)
print([c.__name__ for c in Vehicle.__subclasses__()], Vehicle.__abstractmethods__, Truck("u").rate())
