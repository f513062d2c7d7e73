"""weakref while all objects are there."""
import weakref, gc
class Node:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"Node({self.v})"
    def hi(self): return "hi"
a = Node(1)
r = weakref.ref(a)
print(r() is a, r().v, type(r).__name__, r == weakref.ref(a), r is weakref.ref(a))
print(weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r])
p = weakref.proxy(a)
print(p.v, p, p.hi()); p.v = 5; print(a.v)
d = weakref.WeakValueDictionary()
d["x"] = a
print(len(d), "x" in d, d["x"], list(d.items()), d.get("y"), dict(d))
k = weakref.WeakKeyDictionary()
k[a] = 10
print(k[a], len(k), list(k.keys()), a in k)
s = weakref.WeakSet([a]); print(len(s), a in s, list(s))
m = weakref.WeakMethod(a.hi); print(m()())
try: weakref.ref(5)
except TypeError as e: print(e)
try: weakref.ref([1])
except TypeError as e: print(e)
f = weakref.finalize(a, print, "finalized", 1)
print(f.alive)
f(); print(f.alive)
print(repr(r).split(" at ")[0], hash(r) == hash(a))
class C: pass
c = C()
cb = weakref.ref(c, lambda ref: print("gone"))
print(cb() is c, cb.__callback__ is not None)
class Parent:
    def __init__(self): self.children = []
    def add(self, ch): ch.parent = weakref.ref(self); self.children.append(ch)
class Child: parent = None
pa, ch = Parent(), Child(); pa.add(ch); print(ch.parent() is pa)
try: d["zz"]
except KeyError as e: print("KeyError", e)
