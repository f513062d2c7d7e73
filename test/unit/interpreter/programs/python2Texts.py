# What these programs show was written down from Python 2.7.
# %% patterns
import re
print re.findall(r'\d+', 'a1b22'), re.sub('x*', '-', 'abxd'), re.split('x*', 'axbc'), re.escape('a.b_c d')  # => ['1', '22'] -a-b-d- ['a', 'bc'] a\.b\_c\ d
m = re.match(r'(?P<a>\w+) (\w+)', 'hello world')
print m.groups(), m.groupdict(), m.group('a'), m.span()  # => ('hello', 'world') {'a': 'hello'} hello (0, 11)
print re.findall(u'\\w+', u'ab cd'), re.sub('(a)', r'<\1>', 'banana'), re.IGNORECASE | re.M  # => [u'ab', u'cd'] b<a>n<a>n<a> 10
for p in ['(', '*a', 'a**', '[a', 'a{2,1}', '\\', '(?P<n', '(?P=x)', r'\q', r'\8', '[z-a]', '(?<a']:
    try: re.compile(p)
    except re.error as e: print e
# => unbalanced parenthesis
# => nothing to repeat
# => multiple repeat
# => unexpected end of regular expression
# => bad repeat interval
# => bogus escape (end of line)
# => unterminated name
# => unknown group name: 'x'
# => bogus escape: '\\8'
# => bad character range
# => syntax error
# %% json
import json
print json.dumps({'a': [1, 2.5, None, True, u'\xe9']}), json.dumps([1, {'b': 2}], indent=2, sort_keys=True), json.dumps([1, 2], separators=(',', ':'))
# => {"a": [1, 2.5, null, true, "\u00e9"]} [
# =>   1,
# =>   {
# =>     "b": 2
# =>   }
# => ] [1,2]
print json.loads('{"a": [1, "x", 2.5], "b": {}}') == {'a': [1, 'x', 2.5], 'b': {}}, json.loads('["a"]')  # => True [u'a']
for t in ['', '{', '[1', 'nope', '{"a" 1}', '[1,]', '1 2']:
    try: json.loads(t)
    except ValueError as e: print repr(t), e
# => '' No JSON object could be decoded
# => '{' Expecting object: line 1 column 1 (char 0)
# => '[1' Expecting object: line 1 column 2 (char 1)
# => 'nope' No JSON object could be decoded
# => '{"a" 1}' Expecting : delimiter: line 1 column 6 (char 5)
# => '[1,]' No JSON object could be decoded
# => '1 2' Extra data: line 1 column 3 - line 1 column 4 (char 2 - 3)
# %% strings
import string
print string.letters, string.uppercase, string.join(['a', 'b'], '-'), string.upper('abc'), string.split('a b'), string.replace('aXb', 'X', '-')  # => abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGHIJKLMNOPQRSTUVWXYZ a-b ABC ['a', 'b'] a-b
print string.Template('$a b').substitute(a=1), string.digits, string.maketrans('a', 'b')[97] if False else 'x', string.capwords('a b')  # => 1 b 0123456789 x A B
# %% streams
import StringIO, cStringIO
s = StringIO.StringIO(); s.write('a\nb'); print >> s, 'x', 1; print >> s, 'y',; print >> s, 'z'
print repr(s.getvalue()); s.seek(0); print s.readline(), s.read()
# => 'a\nbx 1\ny z\n'
# => a
# => bx 1
# => y z
# =>
print [l for l in cStringIO.StringIO('a\nb')]  # => ['a\n', 'b']
import csv
print list(csv.reader(['a,b', '1,"x,y"'])), [sorted(d.items()) for d in csv.DictReader(['k,v', '1,2'])]  # => [['a', 'b'], ['1', 'x,y']] [[('k', '1'), ('v', '2')]]
import textwrap, pprint, hashlib, base64
print textwrap.fill('the quick brown fox', 10), textwrap.dedent('  a\n  b')
# => the quick
# => brown fox a
# => b
pprint.pprint({'b': range(3), 'a': 'x' * 10}); pprint.pprint([['aaaaaaaaaaaaaaaaaaaaaaaa'] * 2] * 2)
# => {'a': 'xxxxxxxxxx', 'b': [0, 1, 2]}
# => [['aaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
# =>  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaa']]
print hashlib.md5('abc').hexdigest(), base64.b64encode('abc'), base64.b64decode('YWJj'), hashlib.sha256('x').hexdigest()[:8]  # => 900150983cd24fb0d6963f7d28e17f72 YWJj abc 2d711642
