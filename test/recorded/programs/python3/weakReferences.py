"""weakref: references, callbacks, proxies, containers and finalizers, with objects that go."""
import weakref, gc
class Obj:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Obj({self.n})"
o = Obj(1)
r = weakref.ref(o)
print(r(), r() is o)
del o
print(r(), r() is None)
def cb(ref): print("callback", ref() is None)
o = Obj(2)
r2 = weakref.ref(o, cb)
o = None
print("after")
d = weakref.WeakValueDictionary()
a, b = Obj("a"), Obj("b")
d["a"], d["b"] = a, b
print(sorted(d.keys()), len(d))
del a
print(sorted(d.keys()), len(d), "a" in d, d.get("a"))
o = Obj(3)
p = weakref.proxy(o)
print(p.n)
del o
try: print(p.n)
except ReferenceError as e: print("ReferenceError:", e)
class Cache:
    def __init__(self): self._c = weakref.WeakValueDictionary()
    def get(self, k):
        v = self._c.get(k)
        if v is None:
            print("miss", k); v = Obj(k); self._c[k] = v
        else: print("hit", k)
        return v
c = Cache()
x = c.get(1); y = c.get(1); print(x is y)
del x, y
z = c.get(1)
class Parent:
    def __init__(self, name): self.name = name; self.kids = []
    def add(self, k): self.kids.append(k); k.parent = weakref.ref(self)
class Kid:
    def __init__(self, n): self.n = n; self.parent = None
pp = Parent("P"); k = Kid("k"); pp.add(k)
print(k.parent().name)
pp = None
print(k.parent())
class Subject:
    def __init__(self): self._obs = weakref.WeakSet()
    def attach(self, o): self._obs.add(o)
    def notify(self): 
        for o in self._obs: print("notify", o)
s = Subject(); ob = Obj("ob"); s.attach(ob); s.notify(); del ob; s.notify(); print(len(s._obs))
f = Obj("f")
fin = weakref.finalize(f, print, "finalized f")
print(fin.alive); del f; print(fin.alive)
g = Obj("g"); weakref.finalize(g, print, "at exit g")
kd = weakref.WeakKeyDictionary(); kk = Obj("kk"); kd[kk] = "meta"; print(kd[kk], len(kd)); del kk; print(len(kd))
class Node:
    def __init__(self): self.me = self
n = Node(); rn = weakref.ref(n); del n; print(rn() is not None); gc.collect(); print(rn() is None)
class S:
    __slots__ = ("a",)
try: weakref.ref(S())
except TypeError as e: print(e)
def use():
    t = Obj("t"); return weakref.ref(t)
print(use()())
print("end")
