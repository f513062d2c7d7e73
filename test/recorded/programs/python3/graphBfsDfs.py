"""Graphs: BFS paths, DFS cycles, topological order, components, union-find and Kruskal, Floyd-Warshall."""
from collections import deque, defaultdict
from graphlib import TopologicalSorter, CycleError
g = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}
def bfs(g, s, t):
    q, seen = deque([[s]]), {s}
    while q:
        path = q.popleft()
        if path[-1] == t: return path
        for n in g[path[-1]]:
            if n not in seen: seen.add(n); q.append(path + [n])
def all_paths(g, s, t, path=()):
    path = (*path, s)
    if s == t: yield path
    for n in g[s]:
        if n not in path: yield from all_paths(g, n, t, path)
print(bfs(g, "A", "F"), bfs(g, "F", "A"), ["".join(p) for p in all_paths(g, "A", "F")])
def topo(g):
    order, state = [], {}
    def visit(n):
        if state.get(n) == 1: raise ValueError(f"cycle through {n}")
        if n not in state:
            state[n] = 1
            for m in g.get(n, ()): visit(m)
            state[n] = 2; order.append(n)
    for n in g: visit(n)
    return order[::-1]
print(topo(g))
try: topo({"x": ["y"], "y": ["z"], "z": ["x"]})
except ValueError as e: print(e)
deps = {"app": {"lib", "log"}, "lib": {"core"}, "log": {"core"}, "core": set()}
ts = TopologicalSorter(deps)
ts.prepare()
while ts.is_active():
    ready = sorted(ts.get_ready()); print("ready", ready); ts.done(*ready)
try: list(TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except CycleError as e: print(e.args[0], sorted(set(e.args[1])))
edges = [(7, "A", "B"), (5, "B", "C"), (8, "A", "C"), (9, "C", "D"), (7, "B", "D"), (5, "D", "E"), (15, "E", "A"), (6, "F", "G")]
parent = {}
def find(x):
    parent.setdefault(x, x)
    while parent[x] != x: parent[x] = parent[parent[x]]; x = parent[x]
    return x
mst = []
for w, a, b in sorted(edges):
    if find(a) != find(b): parent[find(a)] = find(b); mst.append((a + b, w))
groups = defaultdict(list)
for n in sorted(parent): groups[find(n)].append(n)
print(mst, sum(w for _, w in mst), sorted(groups.values()))
INF = float("inf")
names = "ABCDEFG"; d = {a: {b: 0 if a == b else INF for b in names} for a in names}
for w, a, b in edges: d[a][b] = d[b][a] = w
for k in names:
    for i in names:
        for j in names: d[i][j] = min(d[i][j], d[i][k] + d[k][j])
print("   " + "".join(f"{n:>5}" for n in names))
for a in names: print(a, " ", "".join(f"{d[a][b]:>5}" for b in names))
