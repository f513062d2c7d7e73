# `re`: what these programs show was written down from CPython.
# %% searching
import re
m = re.search(r'(?P<year>\d{4})-(?P<month>\d\d)', 'on 2024-05-17')
print(m, m.groups(), m.groupdict(), m.lastindex, m.lastgroup)  # => <re.Match object; span=(3, 10), match='2024-05'> ('2024', '05') {'year': '2024', 'month': '05'} 2 month
print(m.span('year'), m.start(2), m.end(), m['month'], m.group(1, 2), m.regs, m.pos, m.endpos)  # => (3, 7) 8 10 05 ('2024', '05') ((3, 10), (3, 7), (8, 10)) 0 13
print(re.match(r'\d', 'a'), re.fullmatch('a*?', 'aaa'), re.compile('b').match('abc', 1))  # => None <re.Match object; span=(0, 3), match='aaa'> <re.Match object; span=(1, 2), match='b'>
print(re.findall(r'(\w)(\d)?', 'a1b'), re.findall(r'\b\w', 'the quick brown'))  # => [('a', '1'), ('b', '')] ['t', 'q', 'b']
print([(x.start(), x.group()) for x in re.finditer(r'(a|ab)(c|bcd)(d*)', 'abcd')])  # => [(0, 'abcd')]
print(re.findall('😀+', 'x😀😀y😀'), re.search('y', 'x😀😀y😀').span())  # => ['😀😀', '😀'] (3, 4)
print(re.compile(rb'\w+').findall(b'ab cd'))  # => [b'ab', b'cd']
# %% replacing and splitting
import re
print(re.sub(r'x*', '-', 'abxd'), re.sub('a', lambda m: m.group().upper(), 'banana', count=2))  # => -a-b--d- bAnAna
print(re.sub(r'(\w)(\w)', r'\2\1\g<1>', 'abcd'), re.subn('(?P<q>a)', r'<\g<q>>', 'banana'))  # => baadcc ('b<a>n<a>n<a>', 3)
print(re.split(r'(\W)', 'a,b;c'), re.split('x*', 'axbc'), re.split(r'[,;]', 'a,b;c', maxsplit=1))  # => ['a', ',', 'b', ';', 'c'] ['', 'a', '', 'b', 'c', ''] ['a', 'b;c']
print(re.escape('a.b*c d_e-f'), repr(re.sub('a', r'\n\\', 'bab')))  # => a\.b\*c\ d_e\-f 'b\n\\b'
# %% flags
import re
print(re.compile('a.c', re.I | re.M), re.I | re.M, re.I, re.compile('a').flags)  # => re.compile('a.c', re.IGNORECASE|re.MULTILINE) re.IGNORECASE|re.MULTILINE re.IGNORECASE 32
print(re.findall(r'^\w+$', 'a\nb\nc', re.M), re.findall('(?i)straße', 'STRAßE'), re.search('(?s)a.b', 'a\nb'))  # => ['a', 'b', 'c'] ['STRAßE'] <re.Match object; span=(0, 3), match='a\nb'>
print(re.match(r'(?x) a  b # comment', 'ab'), re.findall(r'(?a)\w+', 'aéb'), re.findall('(?i:a)b', 'AbAB'))  # => <re.Match object; span=(0, 2), match='ab'> ['a', 'b'] ['Ab']
# %% groups that did not match, loops, lookaround
import re
print(re.match(r'(?:(a)|b)*', 'ab').groups(), re.match('((a)|(b))*', 'ab').groups())  # => ('a',) ('b', 'a', 'b')
print(re.match(r'(a)?b(?(1)c|d)', 'bd'), re.match(r'(a+?)(a*)', 'aaa').groups('x'))  # => <re.Match object; span=(0, 2), match='bd'> ('a', 'aa')
print(re.findall(r'(?<!\d)\d{2}(?!\d)', '12 345 67'), re.match(r'(?>a+)b', 'aaab'), re.match('a++a', 'aaa'))  # => ['12', '67'] <re.Match object; span=(0, 4), match='aaab'> None
print(re.findall(r'"((?:[^"\\]|\\.)*)"', r'"a\"b" "c"'), len(re.match('(a|b)*', 'ab' * 50000).group()))  # => ['a\\"b', 'c'] 100000
# %% broken patterns
import re
for p in ['(', '*a', 'a**', '[a', '(?P<n', '(?P<1>a)', '(?<=a*)b', 'a{2,1}', '\\', '(?z)', r'\8', '[z-a]', '(?P=x)',
          'a)', r'(?P<a>x)(?P<a>y)', 'x(?i)', r'\q', 'a\n(', '(?(1)a|b|c)', '(?(2)a)', '[\\d-z]', '(?', '(?<a', r'(a\1)']:
    try:
        re.compile(p)
    except re.error as e:
        print(repr(e), e.pos, e.lineno, e.colno)
# => error('missing ), unterminated subpattern at position 0') 0 1 1
# => error('nothing to repeat at position 0') 0 1 1
# => error('multiple repeat at position 2') 2 1 3
# => error('unterminated character set at position 0') 0 1 1
# => error('missing >, unterminated name at position 4') 4 1 5
# => error("bad character in group name '1' at position 4") 4 1 5
# => error('look-behind requires fixed-width pattern') None None None
# => error('min repeat greater than max repeat at position 2') 2 1 3
# => error('bad escape (end of pattern) at position 0') 0 1 1
# => error('unknown extension ?z at position 1') 1 1 2
# => error('invalid group reference 8 at position 1') 1 1 2
# => error('bad character range z-a at position 1') 1 1 2
# => error("unknown group name 'x' at position 4") 4 1 5
# => error('unbalanced parenthesis at position 1') 1 1 2
# => error("redefinition of group name 'a' as group 2; was group 1 at position 12") 12 1 13
# => error('global flags not at the start of the expression at position 1') 1 1 2
# => error('bad escape \\q at position 0') 0 1 1
# => error('missing ), unterminated subpattern at position 2 (line 2, column 1)') 2 2 1
# => error('conditional backref with more than two branches at position 8') 8 1 9
# => error('invalid group reference 2 at position 3') 3 1 4
# => error('bad character range \\d-z at position 1') 1 1 2
# => error('unexpected end of pattern at position 2') 2 1 3
# => error('unknown extension ?<a at position 1') 1 1 2
# => error('cannot refer to an open group at position 2') 2 1 3
# %% broken calls
import re
for f in [lambda: re.match(1, 'a'), lambda: re.match('a', 1), lambda: re.match('a', b'a'), lambda: re.match('a', 'a').group(5),
          lambda: re.sub('a', r'\2', 'a'), lambda: re.sub('a', r'\g<n>', 'a'), lambda: re.sub('a', lambda m: 1, 'xa')]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
# => TypeError first argument must be string or compiled pattern
# => TypeError expected string or bytes-like object, got 'int'
# => TypeError cannot use a string pattern on a bytes-like object
# => IndexError no such group
# => error invalid group reference 2 at position 1
# => IndexError unknown group name 'n'
# => TypeError sequence item 1: expected str instance, int found
# %% uncaught
import re
re.compile('(a')  # !> re.error: missing ), unterminated subpattern at position 0
