"""Enums: Enum, IntEnum, StrEnum, Flag, auto, aliases, members with data, unique, methods."""
from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67430e-11 * self.mass / self.radius ** 2


class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10
    TOP = 10


class Mode(StrEnum):
    READ = auto()
    WRITE = auto()
    X = "custom"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 4


class Shape(Enum):
    SQUARE = "s"
    CIRCLE = "c"

    @classmethod
    def _missing_(cls, value):
        return cls.CIRCLE if value == "round" else None

    def __str__(self):
        return f"shape:{self.value}"


for p in Planet:
    print(p, p.name, f"{p.gravity:.2f}", p.value)
print(list(Level), Level.TOP, Level(10), Level.LOW + 1, Level.HIGH > 7, sorted([Level.HIGH, Level.LOW]), Level["MID"], Level.__members__)
print(Mode.READ, repr(Mode.X), Mode.READ + "!", Mode("write"), f"{Mode.X:>8}", Mode.READ == "read", "%s" % Mode.WRITE, [m.upper() for m in Mode])
print(Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, ~Perm.R, Perm(0), Perm.RW & Perm.W, Perm(7), list(Perm.RW), bool(Perm(0)), Perm.RW ^ Perm.R)
print(Bits.A | Bits.B, Bits.A | 8, Bits(5), Bits.A + 1, repr(Bits.B))
print(Shape("round"), Shape.SQUARE, repr(Shape.SQUARE), Shape.SQUARE is Shape("s"), Shape.SQUARE == "s", {Shape.SQUARE: 1}, hash(Shape.SQUARE) == hash("SQUARE"))
for bad in (lambda: Shape("z"), lambda: Shape["NONE"], lambda: setattr(Shape, "SQUARE", 1), lambda: Shape.SQUARE < Shape.CIRCLE, lambda: Shape.TRIANGLE, lambda: Perm(64), lambda: type("Sub", (Shape,), {})):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as e:
    print(e)
Color = Enum("Color", ["RED", "GREEN"], start=5)
print(list(Color), Color.RED.value, len(Color), Color.GREEN in Color, isinstance(Color.RED, Color), type(Color.RED))
match Color(6):
    case Color.RED: print("red")
    case Color.GREEN: print("green")
