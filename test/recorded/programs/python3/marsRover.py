"""Mars rover kata with obstacles and a wrapping grid."""
class Rover:
    DIRS = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}
    def __init__(self, x=0, y=0, d="N", size=10, obstacles=frozenset()):
        self.x, self.y, self.d, self.size, self.obstacles = x, y, d, size, obstacles
    def __str__(self): return f"{self.x}:{self.y}:{self.d}"
    def go(self, commands):
        for c in commands.upper():
            order = "".join(self.DIRS)
            if c in "LR":
                self.d = order[(order.index(self.d) + (1 if c == "R" else -1)) % 4]
            elif c in ("F", "B"):
                dx, dy = self.DIRS[self.d]
                k = 1 if c == "F" else -1
                to = (self.x + k * dx) % self.size, (self.y + k * dy) % self.size
                if to in self.obstacles: return f"O:{self}"
                self.x, self.y = to
            else:
                raise ValueError(f"bad command {c!r}")
        return str(self)
print(Rover().go("FFRFF"), Rover().go("BLF"), Rover(obstacles={(0, 3)}).go("fffff"), Rover(d="S").go(""), Rover(9, 9).go("FRF"))
try: Rover().go("FX")
except ValueError as e: print(e)
