"""Simple typed functions, docstrings, help-like output and annotations."""
from typing import Iterable, Optional, Union
import inspect
Number = Union[int, float]
def c_to_f(c: Number) -> float:
    """Celsius to Fahrenheit.

    >>> c_to_f(100)
    212.0
    """
    return c * 9 / 5 + 32
def mean(xs: Iterable[Number], default: Optional[float] = None) -> Optional[float]:
    "Arithmetic mean, or default."
    xs = list(xs)
    return sum(xs) / len(xs) if xs else default
print(c_to_f(100), c_to_f(-40), mean([1, 2, 4]), mean([]), mean((), 0.0))
for f in (c_to_f, mean):
    print(f.__name__, inspect.signature(f).parameters.keys().__len__(), inspect.getdoc(f).splitlines()[0], list(f.__annotations__), f.__defaults__)
x: int = 5
y: "list[int]" = []
print(__annotations__, x, y)
class P:
    a: int
    b: str = "q"
    def m(self, k: "P") -> None: ...
print(P.__annotations__, hasattr(P, "a"), P.b, P.m.__annotations__, Number)
