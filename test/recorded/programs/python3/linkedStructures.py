"""A linked list, a binary search tree and a heap, with iteration and reprs."""
import heapq
from collections import deque


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.head = Node(item, self.head)

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        def place(node):
            if node is None:
                return [key, None, None]
            if key < node[0]:
                node[1] = place(node[1])
            elif key > node[0]:
                node[2] = place(node[2])
            return node

        self.root = place(self.root)

    def in_order(self, node="root"):
        if node == "root":
            node = self.root
        if node:
            yield from self.in_order(node[1])
            yield node[0]
            yield from self.in_order(node[2])

    def levels(self):
        queue = deque([(self.root, 0)])
        while queue:
            node, depth = queue.popleft()
            if node:
                yield depth, node[0]
                queue.extend([(node[1], depth + 1), (node[2], depth + 1)])


items = LinkedList([3, 1, 4])
print(items, LinkedList())
items.reverse()
print(items, 4 in items, 9 in items, sum(items))
try:
    items.head.colour = "red"
except AttributeError as error:
    print(error)
tree = Tree()
for key in [50, 30, 70, 20, 40, 60, 80, 30]:
    tree.insert(key)
print(list(tree.in_order()), list(tree.levels()))
heap = [5, 7, 9, 1, 3]
heapq.heapify(heap)
heapq.heappush(heap, 4)
print([heapq.heappop(heap) for _ in range(len(heap))], heapq.nlargest(2, [1, 8, 2]), heapq.nsmallest(2, ["b", "a"]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])))
d = deque(range(5), maxlen=5)
d.append(99)
d.rotate(2)
print(d, d[0], d.index(3))
