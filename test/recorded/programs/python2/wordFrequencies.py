"""Word frequencies of an inline text, in 2008's style: has_key, sort with cmp, backticks, string formatting."""
import re, string
TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness..."""
freq = {}
for line in TEXT.split('\n'):
    for word in line.split():
        word = word.lower().strip(string.punctuation)
        if freq.has_key(word): freq[word] += 1
        else: freq[word] = 1
items = freq.items()
items.sort(lambda x, y: cmp(y[1], x[1]) or cmp(x[0], y[0]))
for word, count in items[:5]: print '%-8s %2i %s' % (word, count, '=' * count)
print len(freq), sum(freq.values()), `items[0]`, repr(items[-1])
print re.sub(r'(\w+) of (\w+)', r'\2 of \1', TEXT.splitlines()[0]), re.findall(r'\bw\w+', TEXT), re.split(r'[,.\s]+', TEXT)[:4], re.match('(?P<a>I)(t)', TEXT).groupdict()
letters = [0] * 26
for c in TEXT.lower():
    if 'a' <= c <= 'z': letters[ord(c) - ord('a')] += 1
top = sorted(zip(letters, string.ascii_lowercase), reverse=True)[:3]
print top, max(letters), 100 * top[0][0] / sum(letters), '%.2f%%' % (100.0 * top[0][0] / sum(letters))
lengths = map(len, freq)
print sorted(lengths), float(sum(lengths)) / len(lengths), sum(lengths) / len(lengths), reduce(max, lengths)
print ' '.join([w.capitalize() for w in TEXT.split()][:6]), string.upper('x'), string.replace('aXb', 'X', '-'), string.split('a b'), string.lower('Q'), 'best' in freq, TEXT.count('it'), TEXT.find('age'), TEXT[-3:], TEXT.title()[:12]
print [chr(i) for i in range(97, 100)], map(lambda c: c.upper(), 'abc'), filter(lambda c: c > 'b', 'abcd'), filter(lambda x: x % 2, (1, 2, 3)), zip('ab', [1, 2]), dict(zip('ab', [1, 2])), u'\u20ac'.encode('utf-8').__repr__(), 'abc'.decode('ascii'), [u'a', 'a'], set('a') == set(u'a')
print "done", ; print "!", "%s" % (1,), "%d%%" % 5, 'a' 'b', """x'y"z""", 'it\'s', "tab\there"
