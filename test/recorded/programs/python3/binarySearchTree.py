"""A binary search tree with insert, delete, traversals, rotation into AVL shape, printing sideways."""
from __future__ import annotations
from dataclasses import dataclass
from typing import Iterator


@dataclass
class Node:
    key: int
    left: Node | None = None
    right: Node | None = None
    height: int = 1


def h(n): return n.height if n else 0
def fix(n): n.height = 1 + max(h(n.left), h(n.right)); return n
def rot_right(n): l = n.left; n.left, l.right = l.right, n; fix(n); return fix(l)
def rot_left(n): r = n.right; n.right, r.left = r.left, n; fix(n); return fix(r)


def balance(n):
    fix(n)
    b = h(n.left) - h(n.right)
    if b > 1:
        if h(n.left.left) < h(n.left.right): n.left = rot_left(n.left)
        return rot_right(n)
    if b < -1:
        if h(n.right.right) < h(n.right.left): n.right = rot_right(n.right)
        return rot_left(n)
    return n


def insert(n, key):
    if n is None: return Node(key)
    if key < n.key: n.left = insert(n.left, key)
    elif key > n.key: n.right = insert(n.right, key)
    return balance(n)


def delete(n, key):
    if n is None: raise KeyError(key)
    if key < n.key: n.left = delete(n.left, key)
    elif key > n.key: n.right = delete(n.right, key)
    elif n.left is None: return n.right
    elif n.right is None: return n.left
    else:
        m = n.right
        while m.left: m = m.left
        n.key, n.right = m.key, delete(n.right, m.key)
    return balance(n)


def inorder(n) -> Iterator[int]:
    if n:
        yield from inorder(n.left)
        yield n.key
        yield from inorder(n.right)


def sideways(n, depth=0):
    if n:
        sideways(n.right, depth + 1)
        print("    " * depth + str(n.key))
        sideways(n.left, depth + 1)


root = None
for k in [50, 20, 70, 10, 30, 60, 80, 5, 4, 3, 90, 100, 65]:
    root = insert(root, k)
sideways(root)
print(list(inorder(root)), root.height, root.key)
for k in (50, 3, 100):
    root = delete(root, k)
print(*inorder(root), root.height, sep=",")
try:
    delete(root, 999)
except KeyError as e:
    print("no key", e, repr(e))
print(root.left.left, Node(1) == Node(1), Node.__annotations__)
level, n = [root], 0
while level:
    print(n, [x.key for x in level]); n += 1
    level = [c for x in level for c in (x.left, x.right) if c]
