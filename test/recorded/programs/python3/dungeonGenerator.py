"""Random rooms on a grid with overlap checks, corridors and a text map."""
import random
from dataclasses import dataclass
@dataclass
class Room:
    x: int; y: int; w: int; h: int
    @property
    def center(self): return self.x + self.w // 2, self.y + self.h // 2
    def overlaps(self, o): return self.x <= o.x + o.w and o.x <= self.x + self.w and self.y <= o.y + o.h and o.y <= self.y + self.h
rng = random.Random("dungeon 7")
W, H, rooms = 40, 12, []
for _ in range(30):
    w, h = rng.randint(4, 8), rng.randint(2, 4)
    r = Room(rng.randrange(1, W - w - 1), rng.randrange(1, H - h - 1), w, h)
    if not any(r.overlaps(o) for o in rooms): rooms.append(r)
m = [["█"] * W for _ in range(H)]
for r in rooms:
    for y in range(r.y, r.y + r.h): m[y][r.x:r.x + r.w] = " " * r.w
for a, b in zip(rooms, rooms[1:]):
    (x1, y1), (x2, y2) = a.center, b.center
    for x in range(min(x1, x2), max(x1, x2) + 1): m[y1][x] = " "
    for y in range(min(y1, y2), max(y1, y2) + 1): m[y][x2] = " "
for i, r in enumerate(rooms): m[r.center[1]][r.center[0]] = chr(65 + i)
print("\n".join(map("".join, m)))
print(len(rooms), rooms[0], rooms[-1].center, sum(row.count(" ") for row in m))
