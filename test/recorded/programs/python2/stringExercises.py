"""Exercises of a Python 2 course: palindromes, anagrams, vowels, formatting, string module."""
import string

def palindrome(s):
    s = filter(str.isalnum, s.lower())
    return s == s[::-1]
for s in ["A man, a plan, a canal: Panama", "hello", ""]:
    print "%r -> %s" % (s, palindrome(s))
words = "listen silent enlist google inlets banana".split()
groups = {}
for w in words:
    groups.setdefault(''.join(sorted(w)), []).append(w)
print sorted(groups.values(), key=lambda g: (-len(g), g))
print string.letters[:5], string.join(['a', 'b'], '+'), string.zfill('7', 3), string.maketrans('ab', 'xy')[97:99], string.capwords('the end'), string.atoi('42')
print "vowels:", len([c for c in "programming language" if c in 'aeiou']), "abc" < "abd", cmp("b", "a"), "Hello" "World"
print "%5d|%-5d|%05d|%+d|%x|%o|%e|%.3g|%s|%r|%%|%c" % (42, 42, 42, 42, 255, 8, 12345.678, 0.00012345, u'u', 'r', 'z')
print "%(name)s is %(age)d" % {'name': 'Bob', 'age': 30}, "{0}-{1}-{0}".format(1, 2), "%s" % [u'x'], "%s %s" % ("a", (1, 2))
print 'a,b,,c'.split(','), ' a  b '.split(), 'line1\nline2\r\nline3'.splitlines(), 'abcabc'.rfind('b'), 'abc'.partition('b'), '3'.zfill(4), 'x=1'.split('=', 1)
s = "MISSISSIPPI"
print s.count('SS'), s.index('S'), s.replace('S', 's', 2), s.lower().capitalize(), s[::2], s[-3:], s.strip('MI'), s.translate(string.maketrans('IS', '15')), s.isupper()
def caesar(text, k):
    out = ''
    for c in text:
        if c.isalpha():
            base = ord('A') if c.isupper() else ord('a')
            c = chr((ord(c) - base + k) % 26 + base)
        out += c
    return out
print caesar('Hello, World', 3), caesar(caesar('Hello, World', 3), -3), 'uryyb'.encode('rot13'), 'abc'.encode('hex'), '616263'.decode('hex')
try:
    print 'a' + 1
except TypeError, e:
    print e
try:
    print int('12a')
except ValueError, e:
    print e
print 'Name: ' + `3.0` + ' ' + str(1e20) + ' ' + repr(1.1) + ' ' + str(1.1 * 3), max('hello'), sorted('hello', reverse=True), list('abc'), tuple('ab')
