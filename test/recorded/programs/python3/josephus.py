"""The Josephus problem in three ways."""
from collections import deque
def by_list(n, k):
    people, i, out = list(range(1, n + 1)), 0, []
    while people:
        i = (i + k - 1) % len(people)
        out.append(people.pop(i))
    return out
def by_deque(n, k):
    d = deque(range(1, n + 1))
    while len(d) > 1:
        d.rotate(-k)
        print("out:", d.pop(), end="; ")
    return d[0]
def by_formula(n, k): return 1 if n == 1 else (by_formula(n - 1, k) + k - 1) % n + 1
print(by_list(7, 3))
print(by_deque(7, 3))
print([by_formula(n, 2) for n in range(1, 18)])
assert by_formula(41, 3) == 31, "history says 31"
