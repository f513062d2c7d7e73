"""Word counts, string methods and formatting with Python 2 texts."""
from collections import defaultdict
import re

text = '''The cat sat on the mat. The dog sat on the log.
A cat and a dog: friends?'''
counts = defaultdict(int)
for word in re.findall('[a-z]+', text.lower()):
    counts[word] += 1
for word, n in sorted(counts.items(), key=lambda (w, n): (-n, w))[:5]:
    print '%-5s|%3d|%s' % (word, n, '*' * n)
lines = text.split('\n')
print len(lines), [len(l) for l in lines], lines[1].title(), lines[0].swapcase()
print text.count('the'), text.find('dog'), 'x'.join(['a', 'b']), ' pad '.strip() + '|', 'a-b-c'.rsplit('-', 1), 'abc'.center(9, '*')
print 'abc'[::-1], 'abc' * 2, 'b' in 'abc', 'abc'.replace('b', 'B'), 'tab\there'.expandtabs(4), 'Abc'.isalpha(), '12'.isdigit(), 'a'.ljust(3) + '|'
print repr('quote \' and "double"'), repr("it's"), repr('tab\t\x00\xff'), '\x41', u'\u0394'.encode('utf8') == '\xce\x94'
print ''.join(sorted(set('hello'))), map(ord, 'AZ'), [c for c in 'abc' if c != 'b'], 'hello'.translate(None, 'l') if hasattr(str, 'translate') else ''
print '{0} {1!r} {name:>6}'.format('a', 'b', name='c'), '{:,}'.format(1234567), '%s' % None, '%s %s' % (1, [1, 'a', u'b', 2.5, 1L])
print [u'a', 'b', 1.1, 0.1 + 0.2], {'k': u'v'}, (1,), set([1]), frozenset([2])
words = 'the quick brown fox'.split()
print ' '.join(w.capitalize() for w in words), max(words, key=len), sorted(words, cmp=lambda a, b: cmp(len(a), len(b))), sorted(words, reverse=True)
print zip(*[(1, 'a'), (2, 'b')]), enumerate(words).next(), any(w.startswith('q') for w in words), dict((w, len(w)) for w in words)['fox']
print "%(a)s-%(b)03d" % {'a': 'x', 'b': 7}, '%x %o %e %g' % (255, 8, 12345.678, 0.0001), '%c%c' % ('a', 98), '%5s|%-5s|' % ('r', 'l')
