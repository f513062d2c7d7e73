"""Structural pattern matching on shapes, commands and nested data."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Circle:
    __match_args__ = ("center", "radius")

    def __init__(self, center, radius):
        self.center = center
        self.radius = radius


def describe(value):
    match value:
        case None | False:
            return "nothing"
        case int(n) if n > 100:
            return f"large {n}"
        case 0 | 1 | 2 as small:
            return f"small {small}"
        case float() | int():
            return "number"
        case str() as s if s.isupper():
            return "shout " + s
        case "":
            return "empty text"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Circle(Point(x=cx), r):
            return f"circle at {cx} of {r}"
        case []:
            return "empty list"
        case [first]:
            return f"one {first!r}"
        case ["go", ("north" | "south") as way, *rest]:
            return f"going {way} with {rest}"
        case [Point(), _, *_]:
            return "begins with a point"
        case (first, *middle, last):
            return f"{first}..{last} around {len(middle)}"
        case {"type": "user", "name": str(name), **others}:
            return f"user {name} {sorted(others)}"
        case {}:
            return "mapping"
        case _:
            return f"something of {type(value).__name__}"


values = [None, False, True, 1, 150, 7, 2.5, "HEY", "", "low", Point(0, 0), Point(3, 3), Point(1, 2), Circle(Point(5, 6), 2), [], [9], ["go", "south", 1, 2], [Point(1, 1), 2], (1, 2, 3, 4), {"type": "user", "name": "Ann", "age": 3}, {"type": "user", "name": 5}, {}, {1, 2}, "ab"]
for value in values:
    print(f"{str(value)[:40] if not isinstance(value, Circle) else 'circle':<42} {describe(value)}")

match 5, "x":
    case n, ("x" | "y") as letter:
        print(n, letter)

for command in ["load file.txt", "quit", "load", "save a b c"]:
    match command.split():
        case ["quit"]:
            print("bye")
        case ["load", name]:
            print("loading", name)
        case ["load"]:
            print("load what?")
        case [verb, *args]:
            print(verb, args)
