# What these programs show was written down from CPython.
# %% layouts
from pprint import pprint, pformat, pp, PrettyPrinter
d = {'name': 'x' * 30, 'list': list(range(30)), 'nested': {'b': [1, 2, {'deep': ('a', 'b')}], 'a': None}, 'z': (1,), 3: 'num'}
pprint(d)
# => {3: 'num',
# =>  'list': [0,
# =>           1,
# =>           2,
# =>           3,
# =>           4,
# =>           5,
# =>           6,
# =>           7,
# =>           8,
# =>           9,
# =>           10,
# =>           11,
# =>           12,
# =>           13,
# =>           14,
# =>           15,
# =>           16,
# =>           17,
# =>           18,
# =>           19,
# =>           20,
# =>           21,
# =>           22,
# =>           23,
# =>           24,
# =>           25,
# =>           26,
# =>           27,
# =>           28,
# =>           29],
# =>  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# =>  'nested': {'a': None, 'b': [1, 2, {'deep': ('a', 'b')}]},
# =>  'z': (1,)}
pprint({'b': 1, 'a': 2}); pp({'b': 1, 'a': 2}); pprint([], width=5); pprint([1, 2, 3], width=4)
# => {'a': 2, 'b': 1}
# => {'b': 1, 'a': 2}
# => []
# => [1,
# =>  2,
# =>  3]
pprint(d, width=40, indent=4, compact=True)
# => {   3: 'num',
# =>     'list': [   0, 1, 2, 3, 4, 5, 6, 7,
# =>                 8, 9, 10, 11, 12, 13,
# =>                 14, 15, 16, 17, 18, 19,
# =>                 20, 21, 22, 23, 24, 25,
# =>                 26, 27, 28, 29],
# =>     'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# =>     'nested': {   'a': None,
# =>                   'b': [   1, 2,
# =>                            {   'deep': (   'a',
# =>                                            'b')}]},
# =>     'z': (1,)}
pprint(d, depth=1); pprint(d, depth=2, width=30)
# => {3: 'num',
# =>  'list': [...],
# =>  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# =>  'nested': {...},
# =>  'z': (...,)}
# => {3: 'num',
# =>  'list': [0,
# =>           1,
# =>           2,
# =>           3,
# =>           4,
# =>           5,
# =>           6,
# =>           7,
# =>           8,
# =>           9,
# =>           10,
# =>           11,
# =>           12,
# =>           13,
# =>           14,
# =>           15,
# =>           16,
# =>           17,
# =>           18,
# =>           19,
# =>           20,
# =>           21,
# =>           22,
# =>           23,
# =>           24,
# =>           25,
# =>           26,
# =>           27,
# =>           28,
# =>           29],
# =>  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# =>  'nested': {'a': None,
# =>             'b': [...]},
# =>  'z': (1,)}
print(pformat([['a' * 20] * 3, ('b',) * 10], width=50))
# => [['aaaaaaaaaaaaaaaaaaaa',
# =>   'aaaaaaaaaaaaaaaaaaaa',
# =>   'aaaaaaaaaaaaaaaaaaaa'],
# =>  ('b',
# =>   'b',
# =>   'b',
# =>   'b',
# =>   'b',
# =>   'b',
# =>   'b',
# =>   'b',
# =>   'b',
# =>   'b')]
pprint('the quick brown fox jumps over the lazy dog ' * 4, width=40)
# => ('the quick brown fox jumps over the '
# =>  'lazy dog the quick brown fox jumps '
# =>  'over the lazy dog the quick brown '
# =>  'fox jumps over the lazy dog the '
# =>  'quick brown fox jumps over the lazy '
# =>  'dog ')
pprint({'text': 'the quick brown fox\njumps over the lazy dog ' * 4}, width=40)
# => {'text': 'the quick brown fox\n'
# =>          'jumps over the lazy dog the '
# =>          'quick brown fox\n'
# =>          'jumps over the lazy dog the '
# =>          'quick brown fox\n'
# =>          'jumps over the lazy dog the '
# =>          'quick brown fox\n'
# =>          'jumps over the lazy dog '}
pprint(b'abcdefghijklmnopqrstuvwxyz' * 4, width=40)
# => (b'abcdefghijklmnopqrstuvwxyzabcdefghij'
# =>  b'klmnopqrstuvwxyzabcdefghijklmnopqrst'
# =>  b'uvwxyzabcdefghijklmnopqrstuvwxyz')
pprint({1, 5, 3}); pprint(set(range(40))); pprint(frozenset(range(40))); pprint(1.5); pprint(None)
# => {1, 3, 5}
# => {0,
# =>  1,
# =>  2,
# =>  3,
# =>  4,
# =>  5,
# =>  6,
# =>  7,
# =>  8,
# =>  9,
# =>  10,
# =>  11,
# =>  12,
# =>  13,
# =>  14,
# =>  15,
# =>  16,
# =>  17,
# =>  18,
# =>  19,
# =>  20,
# =>  21,
# =>  22,
# =>  23,
# =>  24,
# =>  25,
# =>  26,
# =>  27,
# =>  28,
# =>  29,
# =>  30,
# =>  31,
# =>  32,
# =>  33,
# =>  34,
# =>  35,
# =>  36,
# =>  37,
# =>  38,
# =>  39}
# => frozenset({0,
# =>            1,
# =>            2,
# =>            3,
# =>            4,
# =>            5,
# =>            6,
# =>            7,
# =>            8,
# =>            9,
# =>            10,
# =>            11,
# =>            12,
# =>            13,
# =>            14,
# =>            15,
# =>            16,
# =>            17,
# =>            18,
# =>            19,
# =>            20,
# =>            21,
# =>            22,
# =>            23,
# =>            24,
# =>            25,
# =>            26,
# =>            27,
# =>            28,
# =>            29,
# =>            30,
# =>            31,
# =>            32,
# =>            33,
# =>            34,
# =>            35,
# =>            36,
# =>            37,
# =>            38,
# =>            39})
# => 1.5
# => None
x = [1]; x.append(x)
print(pformat(x).startswith('[1, <Recursion on list with id='))  # => True
pprint([{'id': i, 'name': f'user {i}', 'tags': ['a', 'b']} for i in range(4)])
# => [{'id': 0, 'name': 'user 0', 'tags': ['a', 'b']},
# =>  {'id': 1, 'name': 'user 1', 'tags': ['a', 'b']},
# =>  {'id': 2, 'name': 'user 2', 'tags': ['a', 'b']},
# =>  {'id': 3, 'name': 'user 3', 'tags': ['a', 'b']}]
pprint([[1, 2, 3], [4, 5, 6], [7, 8, 9]], width=20)
# => [[1, 2, 3],
# =>  [4, 5, 6],
# =>  [7, 8, 9]]
pprint((1,) * 40); pprint(((1, 2), (3,)), width=6)
# => (1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1,
# =>  1)
# => ((1,
# =>   2),
# =>  (3,))
# %% collections
from pprint import pprint
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple
pprint(OrderedDict((('key%d' % i, 'value' * 3) for i in range(6))))
# => OrderedDict([('key0', 'valuevaluevalue'),
# =>              ('key1', 'valuevaluevalue'),
# =>              ('key2', 'valuevaluevalue'),
# =>              ('key3', 'valuevaluevalue'),
# =>              ('key4', 'valuevaluevalue'),
# =>              ('key5', 'valuevaluevalue')])
pprint(defaultdict(list, {'key%d' % i: ['value' * 3] * 2 for i in range(4)}))
# => defaultdict(<class 'list'>,
# =>             {'key0': ['valuevaluevalue', 'valuevaluevalue'],
# =>              'key1': ['valuevaluevalue', 'valuevaluevalue'],
# =>              'key2': ['valuevaluevalue', 'valuevaluevalue'],
# =>              'key3': ['valuevaluevalue', 'valuevaluevalue']})
pprint(Counter('the quick brown fox jumps over the lazy dog'))
# => Counter({' ': 8,
# =>          'o': 4,
# =>          'e': 3,
# =>          't': 2,
# =>          'h': 2,
# =>          'u': 2,
# =>          'r': 2,
# =>          'q': 1,
# =>          'i': 1,
# =>          'c': 1,
# =>          'k': 1,
# =>          'b': 1,
# =>          'w': 1,
# =>          'n': 1,
# =>          'f': 1,
# =>          'x': 1,
# =>          'j': 1,
# =>          'm': 1,
# =>          'p': 1,
# =>          's': 1,
# =>          'v': 1,
# =>          'l': 1,
# =>          'a': 1,
# =>          'z': 1,
# =>          'y': 1,
# =>          'd': 1,
# =>          'g': 1})
pprint(deque(range(40))); pprint(deque(['a' * 20] * 5, maxlen=9))
# => deque([0,
# =>        1,
# =>        2,
# =>        3,
# =>        4,
# =>        5,
# =>        6,
# =>        7,
# =>        8,
# =>        9,
# =>        10,
# =>        11,
# =>        12,
# =>        13,
# =>        14,
# =>        15,
# =>        16,
# =>        17,
# =>        18,
# =>        19,
# =>        20,
# =>        21,
# =>        22,
# =>        23,
# =>        24,
# =>        25,
# =>        26,
# =>        27,
# =>        28,
# =>        29,
# =>        30,
# =>        31,
# =>        32,
# =>        33,
# =>        34,
# =>        35,
# =>        36,
# =>        37,
# =>        38,
# =>        39])
# => deque(['aaaaaaaaaaaaaaaaaaaa',
# =>        'aaaaaaaaaaaaaaaaaaaa',
# =>        'aaaaaaaaaaaaaaaaaaaa',
# =>        'aaaaaaaaaaaaaaaaaaaa',
# =>        'aaaaaaaaaaaaaaaaaaaa'],
# =>       maxlen=9)
P = namedtuple('P', 'x y')
pprint([P(1, 'a' * 40), P(2, 'b' * 40)])
# => [P(x=1, y='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
# =>  P(x=2, y='bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb')]
# %% sorting what does not compare, objects
import pprint
pprint.pprint({1: 'a', 'b': 2, (1, 2): 3, None: 4})  # => {None: 4, 1: 'a', 'b': 2, (1, 2): 3}
pprint.PrettyPrinter(indent=2, width=30).pprint({'alpha': [1, 2, 3, 4], 'beta': {'gamma': 'delta'}})
# => { 'alpha': [1, 2, 3, 4],
# =>   'beta': {'gamma': 'delta'}}
print(pprint.pformat({'a': {'b': {'c': {}}}}, depth=2), pprint.isreadable([1]), pprint.saferepr({'b': 1, 'a': 2}))  # => {'a': {'b': {...}}} True {'a': 2, 'b': 1}
pprint.pprint([10 ** 9, 123], underscore_numbers=True)  # => [1_000_000_000, 123]
for f in [lambda: pprint.pprint(1, indent=-1), lambda: pprint.pprint(1, depth=0), lambda: pprint.pprint(1, width=0)]:
    try: f()
    except ValueError as e: print(e)
# => indent must be >= 0
# => depth must be > 0
# => width must be != 0
# %% dataclasses
from pprint import pprint
from dataclasses import dataclass, field
@dataclass
class D:
    name: str
    items: list
    sub: object = None
pprint(D('x' * 30, list(range(20)), D('y', [])))
# => D(name='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# =>   items=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
# =>   sub=D(name='y', items=[], sub=None))
# %% little room
from pprint import pprint
pprint([[''], [], {'k': []}, ()], width=1, indent=4); pprint(['', 'a b'], width=2)
# => [   [   ''],
# =>     [   ],
# =>     {   'k': [   ]},
# =>     (   )]
# => ['',
# =>  'a '
# =>  'b']
