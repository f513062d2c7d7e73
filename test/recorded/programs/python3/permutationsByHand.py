"""Permutations, subsets, partitions, Gray codes and next permutation, written by hand."""
def perms(s):
    return [s] if len(s) <= 1 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def subsets(xs):
    if not xs: return [[]]
    rest = subsets(xs[1:])
    return rest + [[xs[0]] + r for r in rest]
def partitions(n, top=None):
    top = top or n
    if n == 0: yield []
    for k in range(min(n, top), 0, -1):
        for rest in partitions(n - k, k): yield [k] + rest
def gray(n): return [""] if n == 0 else ["0" + g for g in gray(n - 1)] + ["1" + g for g in reversed(gray(n - 1))]
def next_perm(a):
    a = list(a)
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]: i -= 1
    if i < 0: return None
    j = max(k for k in range(i + 1, len(a)) if a[k] > a[i])
    a[i], a[j] = a[j], a[i]
    a[i + 1:] = a[:i:-1]
    return a
print(perms("abc"), subsets([1, 2, 3]), list(partitions(5)), gray(3), sep="\n")
p = [1, 2, 2, 3]
while p: print("".join(map(str, p)), end=" "); p = next_perm(p)
print()
def derangements(n): return sum(all(c != str(i) for i, c in enumerate(p)) for p in perms("".join(map(str, range(n)))))
print([derangements(k) for k in range(6)], len(list(partitions(15))), sorted(set(map("".join, map(sorted, perms("aab"))))))
