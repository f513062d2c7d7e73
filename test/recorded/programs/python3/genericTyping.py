"""Typing-heavy modern code: generics, protocols, TypedDict, Literal, overload, NewType, PEP 695 syntax."""
from __future__ import annotations
from typing import Generic, TypeVar, Protocol, runtime_checkable, TypedDict, Literal, overload, NewType, NamedTuple, Callable, Any, Union, Optional, get_type_hints, get_args, get_origin, cast, Final, Self, TYPE_CHECKING, Annotated, Iterable

if TYPE_CHECKING:
    from nowhere import Nothing

T = TypeVar("T")
K = TypeVar("K", bound="Comparable")
UserId = NewType("UserId", int)
Mode = Literal["r", "w"]
LIMIT: Final = 3


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = list(items)
    def push(self, item: T) -> Self:
        self._items.append(item)
        return self
    def pop(self) -> T:
        return self._items.pop()
    def map(self, fn: Callable[[T], Any]) -> Stack[Any]:
        return Stack(map(fn, self._items))
    def __repr__(self) -> str:
        return f"Stack({self._items})"


class Circle:
    def draw(self) -> str:
        return "()"


class Movie(TypedDict, total=False):
    name: str
    year: int


class Emp(NamedTuple):
    """An employee."""
    name: str
    id: int = 3
    def hello(self) -> str: return f"hi {self.name}"


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


class Box[U]:
    def __init__(self, v: U): self.v = v

def first[V](xs: list[V]) -> V: return xs[0]
type Pair[A] = tuple[A, A]

s: Stack[int] = Stack([1]).push(2).push(3)
print(s, s.map(str), s.pop(), isinstance(Circle(), Drawable), isinstance(3, Drawable), UserId(5) + 1, twice(2), twice("ab"))
m: Movie = {"name": "Brazil"}
print(m, Movie.__annotations__.keys(), Movie.__total__, Emp("Al"), Emp("Bo", 4).hello(), Emp._field_defaults, Emp.__doc__)
print(get_type_hints(Stack.push)["item"], get_args(Mode), get_origin(list[int]), get_args(dict[str, int]), Optional[int], Union[int, str, int], Callable[[int], str], cast(int, "x"))
print(Stack[int], list[int] | None, int | str, isinstance(3, int | str), Box(3).v, first("xy"), Pair, Box.__type_params__, T, K.__bound__, Annotated[int, "meta"], Any, Stack.__parameters__, tuple[int, ...], type[int])
def f(a: int, b: "str" = "x", *c: float, **d: bool) -> None: ...
print(f.__annotations__, get_type_hints(f))
try: isinstance([], list[int])
except TypeError as e: print(e)
