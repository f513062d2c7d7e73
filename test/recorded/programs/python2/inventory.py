# -*- coding: utf-8 -*-
"""A stock list in the style of 2010: old-style classes, print statements, integer division, unicode."""
import string
import sys


class Item:
    total = 0

    def __init__(self, name, price, count=1):
        self.name, self.price, self.count = name, price, count
        Item.total += count

    def __cmp__(self, other):
        return cmp(self.price, other.price)

    def __str__(self):
        return '%-10s %6.2f x %d' % (self.name, self.price, self.count)


items = [Item('pen', 1.5, 10), Item('book', 12), Item('ruler', 0.75, 4)]
items.sort()
for item in items:
    print item
print 'total', Item.total, 7 / 2, -7 / 2, 7 // 2.0, 7 % -3, 2 ** 70, 5L, 1e16
print 'names:',
for item in items:
    print item.name,
print
print >>sys.stdout, map(lambda i: i.name.upper(), items), filter(None, [0, 1, '', 'x']), reduce(lambda a, b: a * b, range(1, 6))
prices = {}
for item in items:
    prices[item.name] = item.price
if prices.has_key('pen'):
    print sorted(prices.items()), prices.get('none', 'nothing')
for key, value in sorted(prices.iteritems()):
    print '%s=%s' % (key, value)
try:
    raise ValueError, 'bad value'
except ValueError, error:
    print 'caught', error, repr(error), error.message
try:
    [].pop()
except (IndexError, KeyError), e:
    print e
text = u'caf\xe9'
print repr(text), len(text), text.encode('utf-8'), repr('caf\xc3\xa9'.decode('utf-8')), type(text), type('a')
print isinstance('a', basestring), unicode('abc'), u'a' == 'a', repr('x' + u'y'), string.upper('abc'), 'a,b'.split(',')
print xrange(3), range(3), zip([1, 2], 'ab'), list(xrange(0, 10, 3)), dict(a=1).keys(), 0777, 0xff, `1 + 1`
print 1 <> 2, 'b' > 1, None < 0, [1] < (1,), cmp(1, 2), 3 > 2 > 1, max('a', 1), sorted([3, 'a', None, 1.5])
exec_name = 'not run'
print "%r %s %5.1f%%" % ('q', exec_name, 12.345), str(0.1 + 0.2), repr(0.1 + 0.2), 1.0 / 3, round(2.5), round(-2.5), round(1.005, 2)
print [x for x in range(3)], x, sum([0.1] * 3), int('42'), long(3), int(3.99), float('1e3'), hex(255), oct(8), chr(65), unichr(233) == u'\xe9'
def swap((a, b), c=3):
    return b, a, c
print swap((1, 2)), apply(swap, ((1, 2), 5)), callable(swap), swap.func_name
class Counter(object):
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def next(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print list(Counter()), raw_input.__name__, divmod(7, 2), 10 ** 20, sys.maxint, -sys.maxint - 1, sys.maxint + 1
print >>sys.stderr, 'not seen'
print 'done',; print 'same line'
