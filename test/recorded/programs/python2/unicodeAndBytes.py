# -*- coding: utf-8 -*-
"""Unicode and byte strings in Python 2: encode, decode, repr, mixing, codecs, formatting."""
u = u'Gr\xfc\xdfe \u2603'
b = u.encode('utf-8')
print repr(u), repr(b), len(u), len(b), b.decode('utf-8') == u, type(u).__name__, type(b).__name__
print b
print u.upper().encode('utf-8'), repr(u.lower()), u[2].encode('utf-8'), repr(u[-1]), repr(u.encode('latin-1', 'replace')), repr(u.encode('ascii', 'ignore')), u.encode('ascii', 'xmlcharrefreplace')
for f in (lambda: str(u), lambda: b.decode('ascii'), lambda: b + u, lambda: unicode(b), lambda: u'%s' % b, lambda: u.encode('latin-1')):
    try: print repr(f())
    except UnicodeError, e: print e.__class__.__name__, e
print u'abc' == 'abc', hash(u'abc') == hash('abc'), {u'k': 1}['k'], 'a' + u'b', repr('%s' % u'x'), repr('%s' % 'x'), repr(u'%d' % 3), isinstance(u'', basestring), repr(unicode('x')), repr(str(u'x')), repr(''.join([u'a', 'b'])), [u'\xe9', '\xe9'], unichr(8364).encode('utf-8'), ord(u'\u20ac')
print u'x'.isnumeric(), u'\xbd'.isnumeric(), repr(u'a,b'.split(',')), repr(u'\xe9'.title()), repr(u' a '.strip()), repr('caf\xc3\xa9'[:4]), repr('\xe9'.decode('latin-1')), '\x41\x42', '\\n', r'\n', ur'\d', repr(u'\N{BULLET}'), repr("'"), repr('"\''), repr(u"it's")
