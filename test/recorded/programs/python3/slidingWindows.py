"""Sliding windows and two pointers."""
from collections import deque, Counter
def max_window(a, k):
    d, out = deque(), []
    for i, x in enumerate(a):
        while d and a[d[-1]] <= x: d.pop()
        d.append(i)
        if d[0] <= i - k: d.popleft()
        if i >= k - 1: out.append(a[d[0]])
    return out
def kadane(a):
    best = cur = a[0]; s = start = end = 0
    for i, x in enumerate(a[1:], 1):
        if cur < 0: cur, s = x, i
        else: cur += x
        if cur > best: best, start, end = cur, s, i
    return best, a[start:end + 1]
def min_cover(s, t):
    need, missing, i, best = Counter(t), len(t), 0, None
    for j, c in enumerate(s, 1):
        missing -= need[c] > 0; need[c] -= 1
        while not missing:
            if best is None or j - i < best[1] - best[0]: best = i, j
            need[s[i]] += 1; missing += need[s[i]] > 0; i += 1
    return s[slice(*best)] if best else ""
def water(h):
    l, r, lm, rm, t = 0, len(h) - 1, 0, 0, 0
    while l < r:
        if h[l] < h[r]: lm = max(lm, h[l]); t += lm - h[l]; l += 1
        else: rm = max(rm, h[r]); t += rm - h[r]; r -= 1
    return t
print(max_window([1, 3, -1, -3, 5, 3, 6, 7], 3), kadane([-2, 1, -3, 4, -1, 2, 1, -5, 4]), kadane([-3, -1]), min_cover("ADOBECODEBANC", "ABC"), repr(min_cover("a", "aa")), water([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1]))
print([[i, j] for i in range(5) for j in range(i)], list(zip("abcd", "bcd", "cd")))
