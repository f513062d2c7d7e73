"""__del__ of what is left at the end of the program, in CPython's order."""
class A:
    count = 0
    def __init__(self, n): self.n = n; A.count += 1
    def __del__(self): A.count -= 1; print("del", self.n, A.count)
z = None
y = None
l = [A("l0"), A("l1"), A("l2")]
x = A("x")
y = A("y")
z = A("z")
_u = A("u")
t = (A("t0"), A("t1"))
dd = {"a": A("d0"), "b": A("d1")}
class H:
    def __init__(s): s.p = A("h.p"); s.q = A("h.q")
h = H()
class B(A):
    def __init__(s, n, other): super().__init__(n); s.other = other
b = B("outer", A("inner"))
print("end")
