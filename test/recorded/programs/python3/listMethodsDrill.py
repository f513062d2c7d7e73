"""A drill of lists, tuples, sets and dicts."""
a = [3, 1, 4, 1, 5]
a.append(9); a.extend([2, 6]); a.insert(1, "x"); a.remove("x"); print(a, a.pop(), a.pop(0), a.index(4), a.count(1), len(a))
a.sort(); print(a, a.reverse(), a, sorted(a), a[1:3], a[::2], a[-2:], a + [0], a * 2, 4 in a)
a[1:3] = [7, 8, 9]; del a[0]; a[::2] = [0] * len(a[::2]); print(a, a.copy() == a, a.clear(), a)
m = [[0] * 3] * 2; m[0][0] = 1; n = [[0] * 3 for _ in range(2)]; n[0][0] = 1; print(m, n)
print([x ** 2 for x in range(6) if x % 2], [(x, y) for x in "ab" for y in (1, 2)], [[r[i] for r in [[1, 2], [3, 4]]] for i in range(2)], [x if x > 2 else -x for x in range(5)], list(zip([1, 2], "ab", (True, None))), list(enumerate("ab", 1)), list(map(lambda x, y: x + y, [1, 2], [10, 20])), list(filter(None, [0, 1, [], "a"])), list(reversed([1, 2])), list(range(10, 0, -3)))
t = (1, "a", [2]); t[2].append(3); x, *y = t; print(t, x, y, t + (4,), (1,), (), tuple([1]), (1, 2) < (1, 3), t.count(1), t.index("a"), hash((1, 2)) == hash((1, 2)))
s = {1, 2, 3}; s.add(4); s.discard(9); s.remove(1); print(s, s | {7}, s & {2, 9}, s - {2}, s ^ {2, 5}, {2} <= s, s.isdisjoint({9}), s.issuperset({2}), len(s), frozenset([1]) | {2}, set(), {x % 3 for x in range(9)})
d = {"b": 1, "a": 2}; d["c"] = 3; d.update(a=5, z=0); print(d, d.get("q"), d.get("q", 0), d.pop("z"), d.setdefault("n", []), "a" in d, list(d), sorted(d), d.items(), d.keys(), d.values(), len(d))
print({v: k for k, v in {"x": 1, "y": 2}.items()}, dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), {**{"a": 1}, "b": 2}, {"a": 1} | {"a": 2}, dict([("k", "v")]), d.popitem(), max(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]), {"a": {"b": [1]}}["a"]["b"][0], d == {"a": 5, "b": 1, "c": 3}, list(reversed(d)), {"a", "b"} == d.keys() - {"c"})
print(min([[3], [1, 9]]), max(("b", 1), ("a", 2)), sum([[1], [2]], []), any([]), all([]), [] == [], [1] is [1], [1, 2] == [1, 2.0], [1] != (1,), sorted(["b", "A", "c"]), sorted(["b", "A"], key=str.lower, reverse=True), [None] * 2, [[]] * 2, list("ab") * 0)
b = a = [1]; b += [2]; c = b[:]; c.append(3); print(a, b is a, c, a == c[:2])
first, (second, third), *_, last = [1, (2, 3), 4, 5, 6]; print(first, second, third, _, last)
for i, v in enumerate(lst := [1, 2, 3, 4]):
    if v % 2 == 0: lst.remove(v)
print(lst)
for f in (lambda: [][0], lambda: [1].remove(2), lambda: [].pop(), lambda: {}["k"], lambda: {1}.remove(2), lambda: set().pop(), lambda: {}.popitem(), lambda: [1].index(5), lambda: (1)[0], lambda: {[1]: 2}, lambda: [1, 2][None], lambda: sorted([1, None]), lambda: [3] + (4,), lambda: list(5), lambda: dict(5), lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True)), lambda: [1].sort(key=5), lambda: sum("ab"), lambda: {1, [2]}, lambda: next([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: p, q = 1, 2, 3
except ValueError as e: print(e)
try: p, q, r, *s2 = "ab"
except ValueError as e: print(e)
try:
    for k in d: d[k + "!"] = 1
except RuntimeError as e: print(e)
