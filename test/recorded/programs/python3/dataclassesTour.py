"""Dataclasses: defaults, ordering, frozen, post-init, replace, fields, asdict, slots, kw_only, inheritance."""
from dataclasses import dataclass, field, fields, asdict, astuple, replace, FrozenInstanceError, InitVar, make_dataclass, is_dataclass, KW_ONLY
from typing import ClassVar, Optional


@dataclass
class Address:
    street: str
    city: str = "Paris"


@dataclass(order=True)
class Person:
    sort_index: tuple = field(init=False, repr=False)
    name: str
    age: int = 0
    tags: list[str] = field(default_factory=list)
    address: Optional[Address] = None
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.age *= scale
        self.sort_index = (self.age, self.name)
        Person.count += 1


@dataclass(frozen=True, slots=True)
class P3:
    x: float
    y: float = 0
    z: float = 0

    def __add__(self, o):
        return replace(self, x=self.x + o.x, y=self.y + o.y, z=self.z + o.z)


@dataclass(kw_only=True, eq=False)
class Options:
    debug: bool = False
    level: int


@dataclass
class Mixed(Address):
    _: KW_ONLY
    zip: str = "0"
    secret: str = field(default="?", repr=False, compare=False)


people = [Person("Bob", 3), Person("Ann", 3, ["x"], Address("Rue 1")), Person("Cy", 1, scale=2)]
print(sorted(people), Person.count, sep="\n")
print(asdict(people[1]))
print(astuple(people[1]), people[0] == Person("Bob", 3), people[0] > people[2])
p = P3(1, 2)
print(p + p, hash(p) == hash(P3(1, 2, 0)), p == P3(1, 2.0), {P3(0), P3(0)})
for action in (lambda: setattr(p, "x", 5), lambda: delattr(p, "y"), lambda: Options(level=1) < Options(level=2), lambda: Options(1), lambda: Person(), lambda: P3(1, 2, 3, 4), lambda: hash(Address("a"))):
    try:
        action()
    except (FrozenInstanceError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(Options(level=2), Options(level=2) == Options(level=2), [f.name for f in fields(Person)], [(f.name, f.type, f.kw_only) for f in fields(Mixed)])
print(Mixed("s", zip="9"), Mixed("s") == Mixed("s", secret="!"), is_dataclass(p), is_dataclass(P3), is_dataclass(3))
try:
    C = make_dataclass("C", [("a", int), ("b", list, field(default_factory=list))], bases=(Address,))
    print(C("s", a=1))
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e:
    print(e)
print(Person.__match_args__, P3.__slots__, hasattr(p, "__dict__"))
