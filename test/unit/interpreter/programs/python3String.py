# What these programs show was written down from CPython.
# %% constants
import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), repr(string.printable))  # => abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF 01234567 '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' ' \t\n\r\x0b\x0c' '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c'
print(string.capwords('hello  WORLD foo-bar'), string.capwords('a-b-c', '-'), repr(string.capwords('  x y ')))  # => Hello World Foo-bar A-B-C 'X Y'
# %% templates
from string import Template
t = Template('$who likes ${what}, $$5')
print(t.substitute(who='Tim', what='kung pao'), t.safe_substitute(who='x'), t.substitute({'who': 1, 'what': None}), t.template)  # => Tim likes kung pao, $5 x likes ${what}, $5 1 likes None, $5 $who likes ${what}, $$5
class T(Template):
    delimiter = '%'
    idpattern = '[a-z]+'
print(T('%a $b %%').substitute(a=1), Template('$a $a_1 $b').safe_substitute(a=2), t.get_identifiers(), t.is_valid())  # => 1 $b % 2 $a_1 $b ['who', 'what'] True
for f in [lambda: t.substitute(who=1), lambda: Template('a\n $ b').substitute(), lambda: Template('${a').substitute(a=1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => KeyError 'what'
# => ValueError Invalid placeholder in string: line 2, col 2
# => ValueError Invalid placeholder in string: line 1, col 1
# %% formatters
import string
f = string.Formatter()
print(f.format('{0} {a!r:>6} {} {{}}'.replace('{}', '{1}', 1), 1, 2, a='x'), f.format('{} {}', 1, 2), list(f.parse('a{b!r:c}d{{e')), f.vformat('{x[0]}', (), {'x': [7]}))  # => 1    'x' 2 {} 1 2 [('a', 'b', 'c', 'r'), ('d{', None, None, None), ('e', None, None, None)] 7
class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str): return kwargs.get(key, '<' + key + '>')
        return super().get_value(key, args, kwargs)
print(F().format('{a} {b} {0}', 5, a=1))  # => 1 <b> 5
