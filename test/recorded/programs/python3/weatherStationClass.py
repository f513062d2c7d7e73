"""A weather station: properties, class methods, data validation, a rolling mean with a deque."""
from collections import deque
class Reading:
    __slots__ = ("_celsius", "place")
    def __init__(self, celsius, place="?"):
        self.celsius = celsius
        self.place = place
    @property
    def celsius(self): return self._celsius
    @celsius.setter
    def celsius(self, value):
        if not isinstance(value, (int, float)): raise TypeError(f"number expected, got {type(value).__name__}")
        if value < -273.15: raise ValueError("below absolute zero")
        self._celsius = float(value)
    @property
    def fahrenheit(self): return self.celsius * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, f): self.celsius = (f - 32) * 5 / 9
    @classmethod
    def parse(cls, text):
        place, _, value = text.rpartition(":")
        return cls(float(value), place or "unknown")
    def __repr__(self): return f"{self.__class__.__qualname__}({self.celsius:.1f}, {self.place!r})"
class Station:
    def __init__(self, window=3): self._last, self.errors = deque(maxlen=window), []
    def feed(self, *texts):
        for t in texts:
            try: self._last.append(Reading.parse(t))
            except ValueError as e: self.errors.append(f"{t!r}: {e}")
            else: yield sum(r.celsius for r in self._last) / len(self._last)
st = Station()
print([round(x, 2) for x in st.feed("Oslo:1", "Rome:20.5", "x:y", ":30", "Lima:-300", "Nice:22")], st.errors, list(st._last), sep="\n")
r = Reading(0); r.fahrenheit = 212; print(r, r.fahrenheit)
for v in ("1", None, -500):
    try: r.celsius = v
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
try: r.other = 1
except AttributeError as e: print(e)
