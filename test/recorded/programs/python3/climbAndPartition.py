"""Small dynamic programming tables, printed."""
from functools import cache
@cache
def climb(n): return 1 if n <= 1 else climb(n - 1) + climb(n - 2)
print([climb(i) for i in range(12)], climb.cache_info())
def lis(a):
    import bisect
    t = []
    for x in a:
        i = bisect.bisect_left(t, x)
        t[i:i + 1] = [x]
    return len(t)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]))
def can_partition(nums):
    total = sum(nums)
    if total % 2: return False
    reach = {0}
    for n in nums: reach |= {r + n for r in reach}
    return total // 2 in reach
print(can_partition([1, 5, 11, 5]), can_partition([1, 2, 5]))
def matrix_chain(d):
    n = len(d) - 1
    m = [[0] * n for _ in range(n)]; s = [[0] * n for _ in range(n)]
    for l in range(2, n + 1):
        for i in range(n - l + 1):
            j = i + l - 1
            m[i][j], s[i][j] = min((m[i][k] + m[k + 1][j] + d[i] * d[k + 1] * d[j + 1], k) for k in range(i, j))
    show = lambda i, j: chr(65 + i) if i == j else f"({show(i, s[i][j])}{show(s[i][j] + 1, j)})"
    return m[0][-1], show(0, n - 1)
print(matrix_chain([40, 20, 30, 10, 30]), matrix_chain([5, 4, 6, 2, 7]))
grid = [[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0]]
paths = [[0] * 5 for _ in range(4)]; paths[0][1] = 1
for i in range(1, 4):
    for j in range(1, 5): paths[i][j] = 0 if grid[i - 1][j - 1] else paths[i - 1][j] + paths[i][j - 1]
print(*paths[1:], sep="\n")
def word_break(s, words):
    @cache
    def go(i): return [""] if i == len(s) else [w + (" " + r if r else "") for w in words if s.startswith(w, i) for r in go(i + len(w))]
    return go(0)
print(word_break("catsanddog", ("cat", "cats", "and", "sand", "dog")), word_break("x", ("y",)))
