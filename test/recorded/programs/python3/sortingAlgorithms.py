"""Bubble, insertion, selection, merge, quick, heap, counting, radix and shell sort, with operation counts."""
import heapq
import random
def bubble(a):
    a, swaps = a[:], 0
    for i in range(len(a)):
        done = True
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swaps += 1
                done = False
        if done:
            break
    return a, swaps
def insertion(a):
    a, moves = list(a), 0
    for i in range(1, len(a)):
        key, j = a[i], i - 1
        while j >= 0 and a[j] > key:
            a[j + 1] = a[j]; j -= 1; moves += 1
        a[j + 1] = key
    return a, moves
def merge(a):
    if len(a) < 2: return a, 0
    m = len(a) // 2
    (l, x), (r, y) = merge(a[:m]), merge(a[m:])
    out, i, j, n = [], 0, 0, x + y
    while i < len(l) and j < len(r):
        n += 1
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    return out + l[i:] + r[j:], n
def quick(a):
    if len(a) <= 1: return a, 0
    p, *rest = a
    lo, n1 = quick([x for x in rest if x < p]); hi, n2 = quick([x for x in rest if x >= p])
    return [*lo, p, *hi], n1 + n2 + len(rest)
def heap(a):
    h = a[:]; heapq.heapify(h)
    return [heapq.heappop(h) for _ in range(len(h))], len(a)
def counting(a):
    c = [0] * (max(a) + 1)
    for x in a: c[x] += 1
    return [v for v, k in enumerate(c) for _ in range(k)], len(c)
def radix(a):
    e, n = 1, 0
    while max(a) // e:
        buckets = [[] for _ in range(10)]
        for x in a: buckets[x // e % 10].append(x)
        a = [x for b in buckets for x in b]; e *= 10; n += 1
    return a, n
def shell(a):
    a, gap, n = a[:], len(a) // 2, 0
    while gap:
        for i in range(gap, len(a)):
            t, j = a[i], i
            while j >= gap and a[j - gap] > t: a[j] = a[j - gap]; j -= gap; n += 1
            a[j] = t
        gap //= 2
    return a, n
rnd = random.Random(5)
data = [rnd.randrange(100) for _ in range(25)]
print(data)
for f in (bubble, insertion, merge, quick, heap, counting, radix, shell):
    out, n = f(data)
    assert out == sorted(data), f
    print("%-10s %4d operations  first %s" % (f.__name__, n, out[:3]))
people = [("Bob", 25), ("ann", 30), ("Cid", 25), ("dan", 30)]
print(sorted(people, key=lambda p: (-p[1], p[0].lower())), sorted(people, key=lambda p: p[1], reverse=True), heapq.nsmallest(2, people, key=lambda p: p[0]), sorted("bAc", key=str.swapcase))
