"""Particles with named tuples, gravity steps, energy."""
from typing import NamedTuple
import math
class V(NamedTuple):
    x: float
    y: float
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    def length(self): return math.hypot(*self)
class Body:
    def __init__(self, name, pos, vel): self.name, self.pos, self.vel = name, pos, vel
    def step(self, dt, g=V(0, -9.81)):
        self.vel += g * dt
        self.pos += self.vel * dt
        if self.pos.y < 0:
            self.pos = self.pos._replace(y=-self.pos.y)
            self.vel = V(self.vel.x, -self.vel.y * 0.8)
            return True
        return False
b = Body("ball", V(0, 2), V(1.5, 0))
for i in range(1, 16):
    hit = b.step(0.1)
    print(f"{i * 0.1:.1f}s {b.pos.x:6.3f} {b.pos.y:6.3f} {b.vel.length():6.3f}{' bounce' * hit}")
print(b.vel, V(3, 4).length(), V(1, 2) + V(1, 1) == (2, 3), V._fields, V(1, 2)[0], max(V(1, 5), V(2, 0)))
