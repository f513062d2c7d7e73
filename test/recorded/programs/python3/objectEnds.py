"""Ends of objects: __del__ at del, at new values, at the end of calls, containers, cycles and the program."""
class File:
    opened = 0
    def __init__(self, name):
        self.name = name
        File.opened += 1
        print(f"{name} opened")
    def __del__(self):
        File.opened -= 1
        print(f"{self.name} closed")
    def read(self):
        return f"content of {self.name}"
class Sub(File):
    def __del__(self):
        print("sub first")
        super().__del__()
print(File("tmp").read())
File("lost")
f = Sub("s")
g = f
del f
print("still", g.name)
g = None
print("gone")
def scope():
    a = File("a")
    b = File("b")
    print("leaving")
scope()
print(File.opened)
for i in range(3):
    x = File(f"loop{i}")
def make():
    f = File("made")
    return f
m = make()
print(m.read())
files = [File("l1"), File("l2")]
files.clear()
d = {"k": File("dk")}
d["k"] = None
d["z"] = File("dz")
del d["z"]
class Owner:
    def __init__(self): self.f = File("owned")
    def drop(self):
        print("dropping")
        self.f = None
        print("dropped")
o = Owner()
o.drop()
try:
    t = File("intry")
    raise ValueError("x")
except ValueError as e:
    print("caught", e)
import contextlib
with contextlib.nullcontext(File("ctx")) as c:
    print("in", c.name)
s = [File(n) for n in "pq"]
s.pop(0)
print("x" if isinstance(s, list) else "y")
def rec(n):
    v = File(f"rec{n}")
    if n: rec(n - 1)
rec(2)
import gc
class N(File): pass
n1, n2 = N("n1"), N("n2")
n1.other, n2.other = n2, n1
del n1, n2
print("cycle alive")
print(gc.collect() > 0)
print("end")
