"""Sorting and searching as in an old algorithms course."""
import random, bisect
def bubble(a):
    n = len(a)
    while n:
        new = 0
        for i in xrange(1, n):
            if a[i - 1] > a[i]: a[i - 1], a[i] = a[i], a[i - 1]; new = i
        n = new
    return a
def binary(a, x, lo=0, hi=None):
    if hi is None: hi = len(a)
    while lo < hi:
        mid = (lo + hi) / 2
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return lo < len(a) and a[lo] == x and lo
random.seed(10)
data = [random.randint(0, 99) for i in range(12)]
print data, random.random(), random.choice('abc')
print bubble(data[:]), binary(sorted(data), data[3]), binary(sorted(data), 1000), bisect.bisect([1, 2, 3], 2)
print sorted([3, 'b', None, 2.5, [1], (1,), {}, u'a', True, 10L]), sorted(data, reverse=1)[:3], sorted('Hello World'.split(), key=str.lower)
def qsort(l): return l and qsort([x for x in l[1:] if x < l[0]]) + [l[0]] + qsort([x for x in l[1:] if x >= l[0]])
print qsort(data) == bubble(list(data)), qsort([]), map(None, 'ab', [1]), max(data) - min(data), sum(data) / len(data), sum(data) / float(len(data)), len(set(data))
l = range(10); l[2:5] = []; del l[0]; l.insert(0, 'x'); print l, l.index(7), l.count(5), l.pop(), l[::-1], [1, 2] * 2, [[0] * 2 for _ in '12'], range(5, 0, -2), filter(lambda x: x != 'x', l)
