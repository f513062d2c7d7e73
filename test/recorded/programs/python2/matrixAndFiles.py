"""Python 2 script: matrices as lists, list comprehension leaks, sorting with cmp, dict iteration, files in memory."""
import cStringIO, csv, os.path, random
m = [[i * 3 + j for j in range(3)] for i in range(3)]
print m, zip(*m), [row[i] for i, row in enumerate(m)], i
print map(lambda r: map(lambda x: x * x, r), m), reduce(lambda a, b: a + b, m)
for r in m:
    for c in r: print '%3d' % c,
    print
f = cStringIO.StringIO("name,qty\napple,3\npear,10\n\"fig, dried\",7\n")
rows = list(csv.reader(f))
print rows
header, body = rows[0], rows[1:]
body.sort(lambda a, b: cmp(int(b[1]), int(a[1])))
for name, qty in body: print name.ljust(12), qty.rjust(3)
print sum([int(q) for _, q in body]), max(body, key=lambda r: r[0])[0]
d = {'one': 1, 'two': 2, 'three': 3}
for k in sorted(d.iterkeys(), key=d.get): print k, d[k],
print
print sorted(d.viewitems())[0], d.keys().__class__, 'two' in d, d.pop('two'), len(d), dict.fromkeys('ab', 0)
print os.path.join('a', 'b.txt'), os.path.splitext('x.tar.gz'), os.path.basename('/p/q')
exec "y = 5 * 5"
print y, eval('y + 1'), input.__name__, isinstance(y, (int, long)), type(3 / 2), 3 / 2 * 1.0, 3.0 / 2
def gen(n):
    for k in xrange(n): yield k * k
g = gen(4)
print g.next(), g.next(), list(g), sorted(set([3, 1, 3])), [3, 1] < [3, 2], (1, 'a') > (1, 2)
class V:
    def __init__(self, x, y): self.x = x; self.y = y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __repr__(self): return 'V(%g, %g)' % (self.x, self.y)
    def __div__(self, k): return V(self.x / k, self.y / k)
    def __getattr__(self, n): raise AttributeError, n
    def __len__(self): return 2
    def __coerce__(self, o): return None
print V(1, 2) + V(.5, 1), V(7, 9) / 2, V(7, 9) / 2.0, len(V(0, 0)), hasattr(V(1, 1), 'z')
try: V(1, 2) * 2
except TypeError, e: print 'TypeError', e
try: raise IOError(2, 'No such file')
except (IOError, OSError), e: print e, e.errno
