# -*- coding: utf-8 -*-
"""Address book with old-style and new-style classes, has_key, except with comma, StringIO."""
from StringIO import StringIO
import cPickle, copy

class Person:
    def __init__(self, first, last, **extra):
        self.first = first
        self.last = last
        self.extra = extra
    def __repr__(self): return '<%s %s>' % (self.first, self.last)
    def __cmp__(self, o): return cmp((self.last, self.first), (o.last, o.first))
    def __nonzero__(self): return bool(self.first)
    def __getitem__(self, key): return self.extra[key]

class Book(object):
    def __init__(self): self.people = {}
    def add(self, p):
        if self.people.has_key(p.last.lower()):
            raise KeyError, "duplicate %s" % p.last
        self.people[p.last.lower()] = p
    def __contains__(self, k): return k.lower() in self.people
    def __iter__(self): return self.people.itervalues()

b = Book()
for f, l, e in [('Ada', 'Lovelace', {'born': 1815}), ('Alan', 'Turing', {'born': 1912}), ('Grace', 'Hopper', {})]:
    b.add(Person(f, l, **e))
try:
    b.add(Person('X', 'TURING'))
except KeyError, e:
    print 'KeyError:', e, e.args
print sorted(b), 'hopper' in b, 'knuth' in b, Person('a', 'z') > Person('b', 'y'), not Person('', 'x')
for p in sorted(b):
    try:
        print p, p['born']
    except KeyError, err:
        print p, 'unknown', err
print type(Person('a', 'b')), Person.__class__ if hasattr(Person, '__class__') else 'old', type(Book)
out = StringIO()
print >>out, 'to a file', 1, 2,
print >>out, 'more'
print repr(out.getvalue())
c = copy.deepcopy(b.people.values()[0])
print isinstance(c, Person), c == b.people.values()[0], c is b.people.values()[0]
text = u'na\xefve caf\xe9'
print text.encode('utf-8'), repr(text), repr(text.encode('latin-1')), len(text.encode('utf-8'))
try:
    str(text)
except UnicodeEncodeError, e:
    print e
try:
    'caf\xc3\xa9' + u'x'
except UnicodeDecodeError, e:
    print e
