# What these programs show was written down from CPython.
# %% writing
import json
data = {'name': 'Ünï "q"', 'n': [1, 2.5, -0.0, 1e100, True, None, 10**20], 'e': {}, 'l': [], 't': (1, (2,)), 1: 'i', None: 0, 2.5: 'f', False: 'b'}
print(json.dumps(data))  # => {"name": "\u00dcn\u00ef \"q\"", "n": [1, 2.5, -0.0, 1e+100, true, null, 100000000000000000000], "e": {}, "l": [], "t": [1, [2]], "1": "i", "null": 0, "2.5": "f", "false": "b"}
print(json.dumps(data, indent=2, ensure_ascii=False))
# => {
# =>   "name": "Ünï \"q\"",
# =>   "n": [
# =>     1,
# =>     2.5,
# =>     -0.0,
# =>     1e+100,
# =>     true,
# =>     null,
# =>     100000000000000000000
# =>   ],
# =>   "e": {},
# =>   "l": [],
# =>   "t": [
# =>     1,
# =>     [
# =>       2
# =>     ]
# =>   ],
# =>   "1": "i",
# =>   "null": 0,
# =>   "2.5": "f",
# =>   "false": "b"
# => }
print(json.dumps([1, {'b': 1, 'a': [2, 3]}], indent='--', sort_keys=True), json.dumps([1, 2], separators=(',', ':')))
# => [
# => --1,
# => --{
# => ----"a": [
# => ------2,
# => ------3
# => ----],
# => ----"b": 1
# => --}
# => ] [1,2]
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True), json.dumps([], indent=4), json.dumps({'a': []}, indent=0))
# => {"a": {"c": 2, "d": 1}, "b": 1} [] {
# => "a": []
# => }
print(json.dumps('\x7f\n\t\x01😀/\\'), json.dumps('😀é', ensure_ascii=False), json.dumps([float('nan'), float('inf'), -float('inf')]))  # => "\u007f\n\t\u0001\ud83d\ude00/\\" "😀é" [NaN, Infinity, -Infinity]
print(json.dumps({(1, 2): 1, 'a': 2}, skipkeys=True))  # => {"a": 2}
# %% what can not be written
import json
class A: pass
x = []; x.append(x)
for f in [lambda: json.dumps(A()), lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(x), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps(1, foo=2), lambda: json.dumps(b'a'), lambda: json.dumps({'a': 1, 2: 3}, sort_keys=True), lambda: json.dumps(1 + 2j)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => TypeError Object of type A is not JSON serializable
# => TypeError Object of type set is not JSON serializable
# => TypeError keys must be str, int, float, bool or None, not tuple
# => ValueError Circular reference detected
# => ValueError Out of range float values are not JSON compliant: nan
# => TypeError JSONEncoder.__init__() got an unexpected keyword argument 'foo'
# => TypeError Object of type bytes is not JSON serializable
# => TypeError '<' not supported between instances of 'int' and 'str'
# => TypeError Object of type complex is not JSON serializable
# %% encoders of the program
import json
class P:
    def __init__(self, x, y): self.x, self.y = x, y
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, P): return {'x': o.x, 'y': o.y}
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({'p': P(1, 2), 's': {3, 1}}, cls=E, indent=1), json.dumps(P(1, [2]), default=lambda o: o.__dict__), E().encode([P(0, 0)]))
# => {
# =>  "p": {
# =>   "x": 1,
# =>   "y": 2
# =>  },
# =>  "s": [
# =>   1,
# =>   3
# =>  ]
# => } {"x": 1, "y": [2]} [{"x": 0, "y": 0}]
try: json.dumps(object, cls=E)
except TypeError as e: print(e)  # => Object of type type is not JSON serializable
print(''.join(json.JSONEncoder(indent=None, sort_keys=True).iterencode({'b': 1, 'a': 2})))  # => {"a": 2, "b": 1}
# %% reading
import json
print(json.loads(' {"a": [1, -2.5e3, 1E2, "x\\u00e9\\ud83d\\ude00\\n", true, false, null], "b": {"c": {}}, "big": 123456789012345678901234567890, "z": 0, "m": -0, "f": -0.0} '))  # => {'a': [1, -2500.0, 100.0, 'xé😀\n', True, False, None], 'b': {'c': {}}, 'big': 123456789012345678901234567890, 'z': 0, 'm': 0, 'f': -0.0}
print(json.loads('[NaN, Infinity, -Infinity]'), json.loads(b'"abc"'), json.loads('1'), json.loads('"a"'), json.loads('{"a":1,"a":2}'))  # => [nan, inf, -inf] abc 1 a {'a': 2}
print(json.loads('{"a": 1.5, "b": 2}', parse_float=str, parse_int=float), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list))  # => {'a': '1.5', 'b': 2.0} [('a', [('b', 1)])] [('a', 1), ('b', 2)]
print(json.JSONDecoder().raw_decode('[1] x'), json.JSONDecoder().decode('2'))  # => ([1], 3) 2
# %% broken texts
import json
for t in ['', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"', '1 2', 'nul', '01', '-', '1.', '[1 2]', '{"a" 1}', '{"a":1 "b":2}', '\n\n [1,\n x]', '"\\', '{"a":}', 'tru', '"a\\q', ']']:
    try: print(json.loads(t))
    except json.JSONDecodeError as e: print(repr(t), e, e.msg, e.pos, e.lineno, e.colno)
# => '' Expecting value: line 1 column 1 (char 0) Expecting value 0 1 1
# => ' ' Expecting value: line 1 column 2 (char 1) Expecting value 1 1 2
# => '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) Expecting property name enclosed in double quotes 1 1 2
# => '[' Expecting value: line 1 column 2 (char 1) Expecting value 1 1 2
# => '[1' Expecting ',' delimiter: line 1 column 3 (char 2) Expecting ',' delimiter 2 1 3
# => '[1,' Expecting value: line 1 column 4 (char 3) Expecting value 3 1 4
# => '[1,]' Expecting value: line 1 column 4 (char 3) Expecting value 3 1 4
# => '{"a"' Expecting ':' delimiter: line 1 column 5 (char 4) Expecting ':' delimiter 4 1 5
# => '{"a":' Expecting value: line 1 column 6 (char 5) Expecting value 5 1 6
# => '{"a":1' Expecting ',' delimiter: line 1 column 7 (char 6) Expecting ',' delimiter 6 1 7
# => '{"a":1,' Expecting property name enclosed in double quotes: line 1 column 8 (char 7) Expecting property name enclosed in double quotes 7 1 8
# => '{"a":1,}' Expecting property name enclosed in double quotes: line 1 column 8 (char 7) Expecting property name enclosed in double quotes 7 1 8
# => '{a:1}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) Expecting property name enclosed in double quotes 1 1 2
# => "{'a':1}" Expecting property name enclosed in double quotes: line 1 column 2 (char 1) Expecting property name enclosed in double quotes 1 1 2
# => '"abc' Unterminated string starting at: line 1 column 1 (char 0) Unterminated string starting at 0 1 1
# => '"a\nb"' Invalid control character at: line 1 column 3 (char 2) Invalid control character at 2 1 3
# => '"\\x"' Invalid \escape: line 1 column 2 (char 1) Invalid \escape 1 1 2
# => '"\\u12"' Invalid \uXXXX escape: line 1 column 3 (char 2) Invalid \uXXXX escape 2 1 3
# => '"\\u12g4"' Invalid \uXXXX escape: line 1 column 3 (char 2) Invalid \uXXXX escape 2 1 3
# => '1 2' Extra data: line 1 column 3 (char 2) Extra data 2 1 3
# => 'nul' Expecting value: line 1 column 1 (char 0) Expecting value 0 1 1
# => '01' Extra data: line 1 column 2 (char 1) Extra data 1 1 2
# => '-' Expecting value: line 1 column 1 (char 0) Expecting value 0 1 1
# => '1.' Extra data: line 1 column 2 (char 1) Extra data 1 1 2
# => '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3) Expecting ',' delimiter 3 1 4
# => '{"a" 1}' Expecting ':' delimiter: line 1 column 6 (char 5) Expecting ':' delimiter 5 1 6
# => '{"a":1 "b":2}' Expecting ',' delimiter: line 1 column 8 (char 7) Expecting ',' delimiter 7 1 8
# => '\n\n [1,\n x]' Expecting value: line 4 column 2 (char 8) Expecting value 8 4 2
# => '"\\' Unterminated string starting at: line 1 column 1 (char 0) Unterminated string starting at 0 1 1
# => '{"a":}' Expecting value: line 1 column 6 (char 5) Expecting value 5 1 6
# => 'tru' Expecting value: line 1 column 1 (char 0) Expecting value 0 1 1
# => '"a\\q' Invalid \escape: line 1 column 3 (char 2) Invalid \escape 2 1 3
# => ']' Expecting value: line 1 column 1 (char 0) Expecting value 0 1 1
try: json.loads(5)
except TypeError as e: print(e)  # => the JSON object must be str, bytes or bytearray, not int
try: json.loads('x')
except ValueError as e: print(type(e), isinstance(e, json.decoder.JSONDecodeError), repr(e))  # => <class 'json.decoder.JSONDecodeError'> True JSONDecodeError('Expecting value: line 1 column 1 (char 0)')
# %% round trips
import json
from collections import OrderedDict, namedtuple, defaultdict, Counter
T = namedtuple('T', 'a b')
print(json.dumps([OrderedDict(a=1), T(1, 2), Counter('aab'), defaultdict(list, a=[1])]))  # => [{"a": 1}, [1, 2], {"a": 2, "b": 1}, {"a": [1]}]
print(json.loads(json.dumps({'k': [1, 2, {'z': None}]})) == {'k': [1, 2, {'z': None}]})  # => True
import numpy as np
try: json.dumps({'w': np.arange(2)})
except TypeError as e: print(e)  # => Object of type ndarray is not JSON serializable
json.loads('{"a": nope}')  # !> json.decoder.JSONDecodeError: Expecting value: line 1 column 7 (char 6)
