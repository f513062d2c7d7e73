"""Iterators in Python 2: next methods, generators with send, itertools of 2.7, xrange, dict views."""
import itertools
class Fib:
    def __init__(self, top): self.a, self.b, self.top = 0, 1, top
    def __iter__(self): return self
    def next(self):
        if self.a > self.top: raise StopIteration
        r = self.a
        self.a, self.b = self.b, self.a + self.b
        return r
print list(Fib(50)), sum(Fib(10)), 8 in Fib(20), max(Fib(100)), zip(Fib(5), 'abcdef'), [x for x in Fib(30) if x % 2]
def acc():
    t = 0
    while 1:
        n = yield t
        if n is None: break
        t += n
g = acc(); g.next(); print g.send(3), g.send(4)
try: g.send(None)
except StopIteration: print 'stopped'
print list(itertools.izip('ab', itertools.count())), list(itertools.imap(pow, [2, 3], [3, 2])), list(itertools.ifilter(None, [0, 1])), list(itertools.islice(itertools.cycle('xy'), 3)), list(itertools.izip_longest('ab', [1])), list(itertools.chain([1], 'a')), [(k, list(v)) for k, v in itertools.groupby('aab')], list(itertools.product('ab', repeat=2))[:2], list(itertools.combinations([1, 2, 3], 2))
r = xrange(2, 10, 3); print r, list(r), len(r), r[1], type(r), range(3) == [0, 1, 2], reversed([1, 2]).next(), next(iter([5])), iter([1]).next()
d = dict(a=1); print d.items(), d.iteritems().next(), list(d.itervalues()), d.iterkeys().next(), sorted({'x': 1, 'y': 2}), map(lambda k, v: (k, v), *zip(*[('a', 1), ('b', 2)]))
print [i for i in 'ab'], i, (lambda: 5)(), [a + b for a, b in [(1, 2)]], {x: x * x for x in range(3)}, {x % 2 for x in range(4)}, any(x > 1 for x in (0, 2)), sorted('bca', cmp=lambda a, b: cmp(b, a)), min('b', 'a'), reduce(lambda a, b: '%s%s' % (a, b), [1, 2, 3], '>')
