"""An LRU cache on OrderedDict and by a linked list; functools.lru_cache's statistics."""
from collections import OrderedDict
from functools import lru_cache, cache


class LRU:
    def __init__(self, capacity):
        self.capacity, self.data = capacity, OrderedDict()

    def get(self, key):
        if key not in self.data:
            return -1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            old = self.data.popitem(last=False)
            print("evict", old)


class Node:
    __slots__ = ("key", "val", "prev", "next")
    def __init__(self, key=None, val=None):
        self.key, self.val = key, val
        self.prev = self.next = None


class LinkedLRU:
    def __init__(self, cap):
        self.cap, self.map = cap, {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
    def _remove(self, n):
        n.prev.next, n.next.prev = n.next, n.prev
    def _add(self, n):
        p = self.tail.prev
        p.next = self.tail.prev = n
        n.prev, n.next = p, self.tail
    def get(self, k):
        if k in self.map:
            n = self.map[k]
            self._remove(n); self._add(n)
            return n.val
        return -1
    def put(self, k, v):
        if k in self.map:
            self._remove(self.map[k])
        n = self.map[k] = Node(k, v)
        self._add(n)
        if len(self.map) > self.cap:
            n = self.head.next
            self._remove(n)
            del self.map[n.key]
    def keys(self):
        n = self.head.next
        while n is not self.tail:
            yield n.key
            n = n.next


for cls in (LRU, LinkedLRU):
    c = cls(2)
    c.put(1, "one"); c.put(2, "two")
    print(c.get(1)); c.put(3, "three")
    print(c.get(2), c.get(3), c.get(1))
print(list(c.keys()), OrderedDict(b=1, a=2))
@lru_cache(maxsize=3)
def square(x, *, loud=False):
    return x * x
for x in [1, 2, 3, 1, 4, 1, 2]:
    square(x)
square(2, loud=True)
print(square.cache_info(), square.__wrapped__(5), square.cache_parameters())
square.cache_clear()
print(square.cache_info())
@cache
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)
print(ways(80), ways.cache_info().misses)
try:
    Node().other = 1
except AttributeError as e:
    print(e)
