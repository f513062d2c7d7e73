"""Stack and queue exercises: min stack, two-stack queue, RPN, next greater, circular buffer."""
class MinStack:
    def __init__(self): self.s = []
    def push(self, x): self.s.append((x, min(x, self.s[-1][1]) if self.s else x))
    def pop(self): return self.s.pop()[0]
    @property
    def min(self): return self.s[-1][1]
m = MinStack()
for x in (5, 2, 8, 1): m.push(x)
print(m.min, m.pop(), m.min, m.s)
class Queue:
    def __init__(self): self._in, self._out = [], []
    def put(self, x): self._in.append(x)
    def get(self):
        if not self._out:
            while self._in: self._out.append(self._in.pop())
        return self._out.pop()
q = Queue()
for x in "abc": q.put(x)
print(q.get(), q.put("d"), q.get(), q.get(), q.get())
def next_greater(a):
    out, st = [-1] * len(a), []
    for i, x in enumerate(a):
        while st and a[st[-1]] < x: out[st.pop()] = x
        st.append(i)
    return out
print(next_greater([4, 5, 2, 25, 7, 8]))
class Ring:
    def __init__(self, n): self.d, self.i, self.n = [None] * n, 0, n
    def add(self, x): self.d[self.i % self.n] = x; self.i += 1
    def __iter__(self): return iter(self.d[self.i % self.n:] + self.d[:self.i % self.n])
r = Ring(3)
for i in range(5): r.add(i)
print(list(r), r.d)
try: Queue().get()
except IndexError as e: print("empty:", e)
