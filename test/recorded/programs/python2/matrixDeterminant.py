"""Matrices with nested lists, map and reduce, in Python 2."""
def det(m):
    if len(m) == 1: return m[0][0]
    return reduce(lambda t, j: t + (-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]), range(len(m)), 0)
def mul(a, b): return [[sum(map(lambda x, y: x * y, r, c)) for c in zip(*b)] for r in a]
def show(m):
    for r in m: print ' '.join(['%4s' % x for x in r])
    print
m = [[2, 0, 1], [1, 3, 2], [1, 1, 1]]
show(m); show(mul(m, m)); show(map(list, zip(*m)))
print det(m), det([[1, 2], [3, 4]]), det([[1.5]]), det([[10 ** 10, 1], [1, 10 ** 10]])
v = [3, 4]
print sum(map(lambda x: x ** 2, v)) ** .5, [x / 2 for x in v], [x / 2. for x in v], dict([(i, v[i]) for i in range(2)]), zip(v, v[1:] + v[:1]), [[int(i == j) for j in range(3)] for i in range(3)]
print [(i, j) for i in range(3) for j in range(i)], filter(lambda (a, b): a != b, [(1, 1), (1, 2)]), sorted({3: 'c', 1: 'a'}.items()), map(None, [1, 2]), apply(max, [1, 5, 3]), reduce(lambda a, b: a * 10 + b, [1, 2, 3]), long('99') * 2, coerce(1, 2.5), intern('x'), buffer('abc')[1]
