"""operator, copy, heapq and bisect together."""
import operator as op
import copy
import heapq
import bisect

rows = [{"n": "b", "v": 2}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
print(sorted(rows, key=op.itemgetter("v", "n")), op.itemgetter(1, 3)("abcd"), op.itemgetter(slice(1, 3))([1, 2, 3, 4]), op.attrgetter("real", "imag")(3 + 4j), op.methodcaller("split", ",")("a,b"))
print(op.mul(3, 4), op.truediv(7, 2), op.floordiv(7, 2), op.mod(-7, 3), op.contains([1], 1), op.concat("a", "b"), op.not_(0), op.xor(5, 3), op.index(True), op.countOf("banana", "a"), op.indexOf([5, 6], 6), op.iadd([1], [2]), op.matmul.__name__, op.length_hint(iter([1, 2])))
class Node:
    def __init__(self, v, kids=()): self.v, self.kids, self.parent = v, list(kids), None
    def __deepcopy__(self, memo):
        print("deep", self.v, end="; ")
        n = memo[id(self)] = Node(self.v)
        n.kids = copy.deepcopy(self.kids, memo)
        return n
shared = [1, 2]
a = {"x": shared, "y": shared, "t": (shared, 5)}
b, c = copy.copy(a), copy.deepcopy(a)
shared.append(3)
print(b, c, c["x"] is c["y"], b["x"] is shared, c["t"][0] is c["x"])
n = Node("root", [Node("k1"), Node("k2")])
m = copy.deepcopy(n)
print(m.kids[0] is n.kids[0], copy.copy(n).kids is n.kids)
loop = [1]; loop.append(loop)
l2 = copy.deepcopy(loop)
print(loop, l2[1] is l2, copy.copy((1, 2)) is not None)
h = []
for pri, job in [(5, "write"), (1, "spec"), (3, "test"), (1, "alpha")]: heapq.heappush(h, (pri, job))
print(h[0], heapq.heappushpop(h, (0, "urgent")), heapq.heapreplace(h, (9, "late")), [heapq.heappop(h) for _ in range(len(h))])
print(heapq.nlargest(3, [5, 1, 9, 7]), heapq.nsmallest(2, rows, key=lambda r: r["n"]), list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge("ca", "b", reverse=True)))
xs = [10, 20, 20, 30]
print(bisect.bisect(xs, 20), bisect.bisect_left(xs, 20), bisect.bisect_right(xs, 5), bisect.insort(xs, 25), xs, ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 60, 77, 99)], bisect.bisect_left(["a", "bb", "ccc"], 2, key=len))
class Median:
    def __init__(self): self.lo, self.hi = [], []
    def add(self, x):
        heapq.heappush(self.hi, -heapq.heappushpop(self.lo, -x))
        if len(self.hi) > len(self.lo): heapq.heappush(self.lo, -heapq.heappop(self.hi))
        return -self.lo[0] if len(self.lo) > len(self.hi) else (-self.lo[0] + self.hi[0]) / 2
med = Median()
print([med.add(x) for x in (5, 15, 1, 3, 8)])
try: heapq.heappop([])
except IndexError as e: print(e)
try: heapq.heappush([(1, {})], (1, {}))
except TypeError as e: print(e)
