from __future__ import annotations
from typing import *
from dataclasses import dataclass, fields
import typing, sys
class Node:
    left: Optional[Node]
    kids: List["Node"]
    d: dict[str, list[Node]] = {}
    u: int | None
    t: Tuple[int, ...]
    c: Callable[[int, "Node"], None]
    lit: Literal['a', 1, True]
    cv: ClassVar[int] = 3
    an: Annotated[int, "x"]
    def f(self, a: int, b: 'str' = 'x', *c: float, **d: Any) -> Node: ...
print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True)['an'])
print(get_type_hints(Node.f), Node.f.__annotations__)
print(get_type_hints(Node().f))
print(List['Node'], Optional['Node'], get_args(List['Node']), Union['A', int], Dict[str, 'B'])
print(get_args(Dict[str, int]), get_args(Callable[[int, str], bool]), get_args(Union[int, str, None]), get_args(Optional[int]), get_args(int), get_args(list[int]), get_args(int|str), get_args(Literal['a', 2]), get_args(Tuple[()]), get_args(Callable[..., int]), get_args(Annotated[int, 5]))
print(get_origin(List[int]), get_origin(Dict), get_origin(Union[int, str]), get_origin(int|str), get_origin(Callable[[], int]), get_origin(int), get_origin(Literal[1]), get_origin(Annotated[int, 1]), get_origin(ClassVar[int]), get_origin(Final[int]), get_origin(Generic[TypeVar('T')]))
def g(x: Undefined): ...
try: get_type_hints(g)
except NameError as e: print('NameError', e)
try: get_type_hints(5)
except TypeError as e: print('TypeError', e)
def h(x, y=None) -> None: ...
print(get_type_hints(h))
@dataclass
class P:
    x: int
    y: List[P]
print([(f.name, f.type) for f in fields(P)], get_type_hints(P))
print(ForwardRef('a.b'), ForwardRef('x') == ForwardRef('x'))
T = TypeVar('T'); K = TypeVar('K', bound=int); V = TypeVar('V', int, str)
print(T, K, V, K.__bound__, V.__constraints__, Generic[T], Generic[T, K])
class Box(Generic[T]): pass
print(Box[int], Box[T], Box.__parameters__, Box.__orig_bases__, Box[int].__origin__, Box[int].__args__, get_origin(Box[int]))
print(Callable[[T], T][int], Dict[K, T][int, str], List[T][int])
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(3, HasLen))
try: HasLen()
except TypeError as e: print(e)
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
print(TD.__annotations__, TD.__total__, sorted(TD.__required_keys__), sorted(TD.__optional_keys__))
UserId = NewType('UserId', int)
print(UserId, UserId(5), UserId.__supertype__)
print(Iterable[int], Iterator[str], Sequence[T], Mapping[str, int], Type[Node], Deque[int], DefaultDict[str, int], Generator[int, None, str], Set[int], FrozenSet[int], Counter[str], ChainMap[str,int], Awaitable[int])
print(Any, NoReturn, Never, Self, Optional, Union, List, Dict, Callable, Tuple, Literal, Final, ClassVar, Type, Hashable, Sized, Text, AnyStr)
print(List[int] == List[int], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]))
print(Optional[Union[int, str]], Union[int, Union[str, float]], Union[int], Optional[None], List[Optional[int]], Callable[..., Any], Callable, Tuple[()], Tuple[int], list[Optional[int]])
print(typing.get_type_hints(h, globals()), is_typeddict(TD))
class NT(NamedTuple):
    a: int
    b: str = 'q'
print(NT(1), NT._fields, NT._field_defaults, NT.__annotations__, get_type_hints(NT))
