"""Inheritance, super, properties, descriptors, metaclasses and operators of classes."""
from abc import ABC, abstractmethod
from enum import Enum, auto
from functools import total_ordering


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(instance, self.name, value)


class Shape(ABC):
    registry = {}

    def __init_subclass__(cls, /, sides=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.sides = sides
        Shape.registry[cls.__name__] = cls

    @property
    @abstractmethod
    def area(self):
        ...

    def __str__(self):
        return f"{type(self).__name__} of {self.area:.2f}"


class Rectangle(Shape, sides=4):
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width, self.height = width, height

    @property
    def area(self):
        return self.width * self.height

    @area.setter
    def area(self, value):
        self.width = value / self.height


class Square(Rectangle, sides=4):
    def __init__(self, side):
        super().__init__(side, side)


class Disc(Shape):
    def __init__(self, radius):
        self.radius = radius

    area = property(lambda self: 3.14159 * self.radius ** 2)


shapes = [Rectangle(2, 3), Square(2), Disc(1)]
print(*shapes, sep="\n")
shapes[0].area = 30
print(shapes[0].width, sorted(Shape.registry), Square.sides, Disc.sides, Square.__mro__)
for attempt in (lambda: Shape(), lambda: Square(-1), lambda: setattr(shapes[2], "area", 5)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)


class Base:
    def who(self):
        return ["Base"]


class Left(Base):
    def who(self):
        return ["Left"] + super().who()


class Right(Base):
    def who(self):
        return ["Right"] + super().who()


class Both(Left, Right):
    def who(self):
        return ["Both"] + super().who()


print(Both().who(), [c.__name__ for c in Both.mro()])
try:
    type("Wrong", (Base, Left), {})
except TypeError as error:
    print(str(error).split("\n")[0])


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, name="default"):
        self.name = name


print(Config("a") is Config("b"), Config().name, type(Config).__name__)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


print(sorted([Version("1.10"), Version("1.2"), Version("0.9.9")]), Version("1.0") >= Version("0.9"), {Version("1.0"), Version("1.0")})


class Color(Enum):
    RED = auto()
    GREEN = auto()
    CRIMSON = 1

    @property
    def label(self):
        return self.name.lower()


print(list(Color), Color(2), Color["RED"].label, Color.CRIMSON is Color.RED, repr(Color.GREEN), Color.RED in Color)
try:
    Color(9)
except ValueError as error:
    print(error)


class Dynamic:
    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __call__(self, *args, **kwargs):
        return args, kwargs


d = Dynamic()
d.x = 4
print(d.x, d.get_size(), hasattr(d, "y"), getattr(d, "y", None), d(1, k=2), vars(d))
