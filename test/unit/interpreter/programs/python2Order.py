What the hash tables of CPython 2.7.18 make of dicts and sets: their order is that of every run.

# %% instances, displays, keywords and copies
class A(object):
    def __init__(self):
        self.name = 1; self.weight = 2; self.x = 3; self.alpha = 4; self.beta = 5; self.gamma = 6
a = A()
print a.__dict__, vars(a).keys()  # => {'name': 1, 'weight': 2, 'beta': 5, 'alpha': 4, 'x': 3, 'gamma': 6} ['name', 'weight', 'beta', 'alpha', 'x', 'gamma']
def f(**kw): return kw
print f(one=1, two=2, three=3, four=4, five=5, six=6), dict(one=1, two=2, three=3, four=4, five=5, six=6)  # => {'six': 6, 'three': 3, 'two': 2, 'four': 4, 'five': 5, 'one': 1} {'four': 4, 'five': 5, 'two': 2, 'six': 6, 'three': 3, 'one': 1}
from collections import defaultdict, Counter, OrderedDict
d = defaultdict(list)
for w in 'the quick brown fox jumps over the lazy dog'.split(): d[len(w)].append(w); d[w].append(1)
print d, d.items(), d.keys()  # => defaultdict(<type 'list'>, {'brown': [1], 'lazy': [1], 3: ['the', 'fox', 'the', 'dog'], 4: ['over', 'lazy'], 5: ['quick', 'brown', 'jumps'], 'jumps': [1], 'fox': [1], 'dog': [1], 'quick': [1], 'the': [1, 1], 'over': [1]}) [('brown', [1]), ('lazy', [1]), (3, ['the', 'fox', 'the', 'dog']), (4, ['over', 'lazy']), (5, ['quick', 'brown', 'jumps']), ('jumps', [1]), ('fox', [1]), ('dog', [1]), ('quick', [1]), ('the', [1, 1]), ('over', [1])] ['brown', 'lazy', 3, 4, 5, 'jumps', 'fox', 'dog', 'quick', 'the', 'over']
c = Counter('mississippi river'); c['x'] += 1
print c.items(), c.most_common(3), list(c.elements())  # => [(' ', 1), ('e', 1), ('i', 5), ('m', 1), ('p', 2), ('s', 4), ('r', 2), ('v', 1), ('x', 1)] [('i', 5), ('s', 4), ('p', 2)] [' ', 'e', 'i', 'i', 'i', 'i', 'i', 'm', 'p', 'p', 's', 's', 's', 's', 'r', 'r', 'v', 'x']
o = OrderedDict([('z', 1), ('a', 2)])
print o, dict(o), o.keys()  # => OrderedDict([('z', 1), ('a', 2)]) {'a': 2, 'z': 1} ['z', 'a']
import json
print json.dumps({'a': 1, 'b': [1, 2], 'hello': None, 'zeta': {'x': 1, 'y': 2}}), json.loads('{"one": 1, "two": 2, "three": 3, "four": 4}')  # => {"a": 1, "zeta": {"y": 2, "x": 1}, "b": [1, 2], "hello": null} {u'four': 4, u'three': 3, u'two': 2, u'one': 1}
print set('hello world'), frozenset('abc'), set([3, 1, 2]) | set('ab'), {'a', 'b', 1, 2, 3, 'c', 4.5, 'hello'}  # => set([' ', 'e', 'd', 'h', 'l', 'o', 'r', 'w']) frozenset(['a', 'c', 'b']) set(['a', 1, 2, 3, 'b']) set(['a', 1, 2, 'b', 4.5, 'c', 3, 'hello'])
e = {}
for i in range(10): e['key%d' % i] = i
print e, e.copy(), dict(e, a=1, b=2)  # => {'key9': 9, 'key8': 8, 'key3': 3, 'key2': 2, 'key1': 1, 'key0': 0, 'key7': 7, 'key6': 6, 'key5': 5, 'key4': 4} {'key9': 9, 'key8': 8, 'key3': 3, 'key2': 2, 'key1': 1, 'key0': 0, 'key7': 7, 'key6': 6, 'key5': 5, 'key4': 4} {'a': 1, 'key9': 9, 'key8': 8, 'key3': 3, 'key2': 2, 'key1': 1, 'key0': 0, 'key7': 7, 'key6': 6, 'key5': 5, 'key4': 4, 'b': 2}
for k in e.keys():
    if e[k] % 2: del e[k]
e.update(a=1, b=2)
print max(e, key=e.get), zip(e, e.values()), [e.popitem(), e.popitem()], e  # => key8 [('a', 1), ('key8', 8), ('key2', 2), ('key0', 0), ('key6', 6), ('key4', 4), ('b', 2)] [('a', 1), ('key8', 8)] {'key2': 2, 'key0': 0, 'key6': 6, 'key4': 4, 'b': 2}
print {}.fromkeys('abc'), dict.fromkeys('hello'), dict.fromkeys(set('k%d' % i for i in range(11))), dict.fromkeys(dict(zip('abcdefghijk', range(11))))  # => {'a': None, 'c': None, 'b': None} {'h': None, 'e': None, 'l': None, 'o': None} {'k3': None, 'k2': None, 'k1': None, 'k10': None, 'k7': None, 'k6': None, 'k5': None, 'k4': None, 'k9': None, 'k8': None, 'k0': None} {'a': None, 'c': None, 'b': None, 'e': None, 'd': None, 'g': None, 'f': None, 'i': None, 'h': None, 'k': None, 'j': None}
print hash('abc'), hash(u'abc'), hash(2.5), hash((1, 'a')), hash(10 ** 30), hash(-1), hash(frozenset([1, 'a'])), hash(3 + 4j), hash(1e30), hash(float('-inf'))  # => 1453079729188098211 1453079729188098211 1342242816 3703129313087942906 5076944324515372240 -2 7072990772568064799 4000015 5076964209140210896 -271828
print {'b': 1} == {'b': 1}, cmp({'a': 1}, {'a': 2}), {'a': 1} < {'b': 1}, {'a': 2, 'b': 0} > {'a': 1, 'b': 5}  # => True -1 True True
print e.viewkeys(), e.viewvalues(), e.viewitems(), e.viewkeys() & {'a', 'key8'}  # => dict_keys(['key2', 'key0', 'key6', 'key4', 'b']) dict_values([2, 0, 6, 4, 2]) dict_items([('key2', 2), ('key0', 0), ('key6', 6), ('key4', 4), ('b', 2)]) set([])

# %% changes by chance, 3
d0 = dict(a=0, cbh=1, ef=2)
print d0  # => {'a': 0, 'cbh': 1, 'ef': 2}
for i in range(20): d0[i * 6] = i
print d0.items()  # => [(0, 0), (6, 1), ('cbh', 1), ('ef', 2), (12, 2), (18, 3), (24, 4), (30, 5), (36, 6), (42, 7), (48, 8), (54, 9), (60, 10), (96, 16), (66, 11), (72, 12), (78, 13), (84, 14), (90, 15), ('a', 0), (102, 17), (108, 18), (114, 19)]
d0[736091] = 1
print d0.items()  # => [(0, 0), (6, 1), ('cbh', 1), ('ef', 2), (12, 2), (18, 3), (24, 4), (30, 5), (36, 6), (42, 7), (48, 8), (54, 9), (60, 10), (96, 16), (66, 11), (72, 12), (78, 13), (84, 14), (90, 15), (736091, 1), ('a', 0), (102, 17), (108, 18), (114, 19)]
if d0: del d0[list(d0)[7 % len(d0)]]
print d0.items()  # => [(0, 0), (6, 1), ('cbh', 1), ('ef', 2), (12, 2), (18, 3), (24, 4), (36, 6), (42, 7), (48, 8), (54, 9), (60, 10), (96, 16), (66, 11), (72, 12), (78, 13), (84, 14), (90, 15), (736091, 1), ('a', 0), (102, 17), (108, 18), (114, 19)]
d0.update({})
print d0.items()  # => [(0, 0), (6, 1), ('cbh', 1), ('ef', 2), (12, 2), (18, 3), (24, 4), (36, 6), (42, 7), (48, 8), (54, 9), (60, 10), (96, 16), (66, 11), (72, 12), (78, 13), (84, 14), (90, 15), (736091, 1), ('a', 0), (102, 17), (108, 18), (114, 19)]
s0 = set('iaxmtxtykvmzxcdf l')
print s0  # => set(['a', ' ', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z'])
s0.discard(u'n_epochs')
print s0, list(s0)  # => set(['a', ' ', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']) ['a', ' ', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']
for i in range(37): s0.add(i * 1)
print s0, list(s0)  # => set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']
print s0.pop() if s0 else None  # => 0
print s0, list(s0)  # => set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']) [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']
s0.discard(-17)
print s0, list(s0)  # => set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']) [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']
s0.add(True)
print s0, list(s0)  # => set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']) [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, ' ', 34, 35, 36, 33, 'a', 'c', 'd', 'f', 'i', 'k', 'm', 'l', 't', 'v', 'y', 'x', 'z']
print [hash(k) for k in d0], [hash(k) for k in s0]  # => [0, 6, -799031295817617526, 12928077669116555, 12, 18, 24, 36, 42, 48, 54, 60, 96, 66, 72, 78, 84, 90, 736091, 12416037344, 102, 108, 114] [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 4096012321, 34, 35, 36, 33, 12416037344, 12672038114, 12800038501, 13056039271, 13440040424, 13696041194, 13952041964, 13824041581, 14848044661, 15104045431, 15488046584, 15360046201, 15616046971]
print dict.fromkeys(s0), dict.fromkeys(d0), dict.fromkeys(frozenset(s0))  # => {1: None, 2: None, 3: None, 4: None, 5: None, 6: None, 7: None, 8: None, 9: None, 10: None, 11: None, 12: None, 13: None, 14: None, 15: None, 16: None, 17: None, 18: None, 19: None, 20: None, 21: None, 22: None, 23: None, 24: None, 25: None, 26: None, 27: None, 28: None, 29: None, 30: None, 31: None, 32: None, ' ': None, 34: None, 35: None, 36: None, 33: None, 'a': None, 'c': None, 'd': None, 'f': None, 'i': None, 'k': None, 'm': None, 'l': None, 't': None, 'v': None, 'y': None, 'x': None, 'z': None} {0: None, 'a': None, 66: None, 6: None, 72: None, 'cbh': None, 'ef': None, 12: None, 78: None, 18: None, 84: None, 24: None, 90: None, 736091: None, 96: None, 36: None, 102: None, 42: None, 108: None, 48: None, 114: None, 54: None, 60: None} {1: None, 2: None, 3: None, 4: None, 5: None, 6: None, 7: None, 8: None, 9: None, 10: None, 11: None, 12: None, 13: None, 14: None, 15: None, 16: None, 17: None, 18: None, 19: None, 20: None, 21: None, 22: None, 23: None, 24: None, 25: None, 26: None, 27: None, 28: None, 29: None, 30: None, 31: None, 32: None, ' ': None, 34: None, 35: None, 36: None, 33: None, 'a': None, 'c': None, 'd': None, 'f': None, 'i': None, 'k': None, 'm': None, 'l': None, 't': None, 'v': None, 'y': None, 'x': None, 'z': None}
d1 = dict(ea=0, ee=1, fb=2, h=3, he=4)
print d1  # => {'ee': 1, 'h': 3, 'fb': 2, 'ea': 0, 'he': 4}
d1 = d1.copy()
print d1.items()  # => [('ee', 1), ('h', 3), ('fb', 2), ('ea', 0), ('he', 4)]
d1[-67499] = 1
print d1.items()  # => [('ee', 1), ('h', 3), ('ea', 0), ('fb', 2), (-67499, 1), ('he', 4)]
d1.update({0.5: 0, 'bar': 1, 'the': 2})
print d1.items()  # => [(0.5, 0), ('bar', 1), ('ee', 1), ('h', 3), ('ea', 0), ('fb', 2), (-67499, 1), ('the', 2), ('he', 4)]
_ = d1.pop(18, None)
print d1.items()  # => [(0.5, 0), ('bar', 1), ('ee', 1), ('h', 3), ('ea', 0), ('fb', 2), (-67499, 1), ('the', 2), ('he', 4)]
d1['fox'] = 4
print d1.items()  # => [(0.5, 0), ('fox', 4), ('bar', 1), ('ee', 1), ('h', 3), ('ea', 0), ('fb', 2), (-67499, 1), ('the', 2), ('he', 4)]
s1 = set(['fox', 0.1, -2.25, ('x1', 'accgd'), u'x1', 'bar'])
print s1  # => set([-2.25, 'bar', 0.1, 'fox', ('x1', 'accgd'), u'x1'])
s1 = s1 ^ set(['A', 'eggs'])
print s1, list(s1)  # => set(['A', -2.25, 'bar', 0.1, 'eggs', 'fox', ('x1', 'accgd'), u'x1']) ['A', -2.25, 'bar', 0.1, 'eggs', 'fox', ('x1', 'accgd'), u'x1']
s1.add('brown')
print s1, list(s1)  # => set(['A', -2.25, 'bar', 0.1, 'brown', 'eggs', 'fox', ('x1', 'accgd'), u'x1']) ['A', -2.25, 'bar', 0.1, 'brown', 'eggs', 'fox', ('x1', 'accgd'), u'x1']
s1 = s1 ^ set(['bahhhd', 0.5-1j, 'qux'])
print s1, list(s1)  # => set(['A', -2.25, 'bar', 0.1, 'brown', 'qux', 'eggs', 'fox', ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']) ['A', -2.25, 'bar', 0.1, 'brown', 'qux', 'eggs', 'fox', ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']
s1 ^= set(['brown', 'b', 14, ('b_h', 1180591620717411303429)])
print s1, list(s1)  # => set(['A', -2.25, 'b', 'bar', 0.1, 'qux', 'eggs', 'fox', 14, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']) ['A', -2.25, 'b', 'bar', 0.1, 'qux', 'eggs', 'fox', 14, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']
s1 = set(s1)
print s1, list(s1)  # => set(['A', -2.25, 'b', 'bar', 0.1, 'qux', 'eggs', 'fox', 14, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']) ['A', -2.25, 'b', 'bar', 0.1, 'qux', 'eggs', 'fox', 14, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']
s1.add(18)
print s1, list(s1)  # => set(['A', -2.25, 'b', 'bar', 0.1, 'qux', 'eggs', 'fox', 14, 18, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']) ['A', -2.25, 'b', 'bar', 0.1, 'qux', 'eggs', 'fox', 14, 18, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']
s1.discard('b')
print s1, list(s1)  # => set(['A', -2.25, 'bar', 0.1, 'qux', 'eggs', 'fox', 14, 18, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']) ['A', -2.25, 'bar', 0.1, 'qux', 'eggs', 'fox', 14, 18, ('b_h', 1180591620717411303429L), ('x1', 'accgd'), (0.5-1j), u'x1', 'bahhhd']
print [hash(k) for k in d1], [hash(k) for k in s1]  # => [1073741824, -4177197833195190612, 327024216814240868, 12928077669116552, 13312040041, 12928077669116556, 13056078438117842, -67499, -1495230934636648966, 13312079976120159] [8320025024, -1207894016, 327024216814240868, 2576882278, 1882935603000924873, -4664239514600057910, -4177197833195190612, 14, 18, -4691946468188033708, 411603582265826709, 1071741818, 15360092280138587, -7551781093591042627]
print dict.fromkeys(s1), dict.fromkeys(d1), dict.fromkeys(frozenset(s1))  # => {'A': None, -2.25: None, 'bar': None, 0.1: None, 'qux': None, 'eggs': None, 'fox': None, 14: None, 18: None, ('b_h', 1180591620717411303429L): None, ('x1', 'accgd'): None, (0.5-1j): None, u'x1': None, 'bahhhd': None} {0.5: None, 'ea': None, 'bar': None, -67499: None, 'ee': None, 'h': None, 'the': None, 'fox': None, 'fb': None, 'he': None} {'A': None, -2.25: None, 'bar': None, 0.1: None, 'qux': None, 'eggs': None, 'fox': None, 14: None, 18: None, ('b_h', 1180591620717411303429L): None, ('x1', 'accgd'): None, (0.5-1j): None, u'x1': None, 'bahhhd': None}
d2 = dict([(-0.0, 0), (-136813, 1), ('fdf', 2), (9, 3), (64, 4)])
print d2  # => {-0.0: 0, 9: 3, -136813: 1, 64: 4, 'fdf': 2}
s2 = set(['hchgcd', 'eggs', 1180591620717411303429, -0.0, -8])
print s2  # => set([-0.0, -8, 'eggs', 1180591620717411303429L, 'hchgcd'])
s2.add('b_h')
print s2, list(s2)  # => set([-0.0, 'b_h', 1180591620717411303429L, 'eggs', 'hchgcd', -8]) [-0.0, 'b_h', 1180591620717411303429L, 'eggs', 'hchgcd', -8]
s2.add(('W', -10000000000000000000000000))
print s2, list(s2)  # => set([-0.0, 'b_h', 1180591620717411303429L, 'eggs', ('W', -10000000000000000000000000L), 'hchgcd', -8]) [-0.0, 'b_h', 1180591620717411303429L, 'eggs', ('W', -10000000000000000000000000L), 'hchgcd', -8]
for i in range(15): s2.add(i * 2)
print s2, list(s2)  # => set([-0.0, 'b_h', 2, 4, 1180591620717411303429L, 6, 8, 'eggs', 12, 14, 24, 16, ('W', -10000000000000000000000000L), 18, 20, 22, 'hchgcd', -8, 26, 28, 10]) [-0.0, 'b_h', 2, 4, 1180591620717411303429L, 6, 8, 'eggs', 12, 14, 24, 16, ('W', -10000000000000000000000000L), 18, 20, 22, 'hchgcd', -8, 26, 28, 10]
s2.add(57)
print s2, list(s2)  # => set([-0.0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 57, 'b_h', 1180591620717411303429L, 'eggs', -8, 'hchgcd', ('W', -10000000000000000000000000L)]) [-0.0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 57, 'b_h', 1180591620717411303429L, 'eggs', -8, 'hchgcd', ('W', -10000000000000000000000000L)]
s2 = set(s2)
print s2, list(s2)  # => set([-0.0, 'b_h', 2, 4, 1180591620717411303429L, 6, 8, 10, 12, 14, 16, ('W', -10000000000000000000000000L), 18, 20, 22, 24, 26, 28, 'hchgcd', -8, 57, 'eggs']) [-0.0, 'b_h', 2, 4, 1180591620717411303429L, 6, 8, 10, 12, 14, 16, ('W', -10000000000000000000000000L), 18, 20, 22, 24, 26, 28, 'hchgcd', -8, 57, 'eggs']
print [hash(k) for k in d2], [hash(k) for k in s2]  # => [0, 9, -136813, 64, -4177197833202190489] [0, 327024216864240960, 2, 4, 69, 6, 8, 10, 12, 14, 16, -6118859301475709448, 18, 20, 22, 24, 26, 28, -6388593298032135689, -8, 57, -4664239514600057910]
print dict.fromkeys(s2), dict.fromkeys(d2), dict.fromkeys(frozenset(s2))  # => {-0.0: None, 'b_h': None, 2: None, 4: None, 1180591620717411303429L: None, 6: None, 8: None, 10: None, 12: None, 14: None, 16: None, -8: None, 18: None, 20: None, 22: None, 24: None, 26: None, 28: None, 'hchgcd': None, ('W', -10000000000000000000000000L): None, 57: None, 'eggs': None} {-0.0: None, 9: None, -136813: None, 64: None, 'fdf': None} {-0.0: None, 'b_h': None, 2: None, 4: None, 1180591620717411303429L: None, 6: None, 8: None, 10: None, 12: None, 14: None, 16: None, ('W', -10000000000000000000000000L): None, 18: None, 20: None, 22: None, 24: None, 26: None, 28: None, 'hchgcd': None, -8: None, 57: None, 'eggs': None}


# %% changes by chance, 6
d0 = dict.fromkeys([11, 'bar', 71, 'cgfde', 1099511627779, 77, 'eggs', -10000000000000000000000000, 'hello', (('b', -417633), 3j), 'bar'])
print d0  # => {'cgfde': None, 1099511627779: None, 'bar': None, (('b', -417633), 3j): None, 71: None, 'eggs': None, 11: None, 77: None, 'hello': None, -10000000000000000000000000L: None}
d0 = {k: v for k, v in d0.items()}
print d0.items()  # => [('cgfde', None), (1099511627779, None), ('bar', None), ((('b', -417633), 3j), None), (71, None), ('eggs', None), (11, None), (77, None), ('hello', None), (-10000000000000000000000000L, None)]
d0 = {k: v for k, v in d0.items()}
print d0.items()  # => [('cgfde', None), (1099511627779, None), ('bar', None), ((('b', -417633), 3j), None), (71, None), ('eggs', None), (11, None), (77, None), ('hello', None), (-10000000000000000000000000L, None)]
if d0: del d0[list(d0)[6 % len(d0)]]
print d0.items()  # => [('cgfde', None), (1099511627779, None), ('bar', None), ((('b', -417633), 3j), None), (71, None), ('eggs', None), (77, None), ('hello', None), (-10000000000000000000000000L, None)]
s0 = set([('a', 'ceah'), -6, 9223372036854775807, '', 'key', u'baz', 'spam', 'brown', frozenset([-387751, 'bha']), 'dhbhh', 1180591620717411303429])
print s0  # => set(['', 'brown', 1180591620717411303429L, 'spam', 'dhbhh', u'baz', 'key', ('a', 'ceah'), frozenset(['bha', -387751]), -6, 9223372036854775807])
s0 = s0.symmetric_difference(['age', -3, 'gc', 1180591620717411303429, ('cddg',)])
print s0, list(s0)  # => set(['', 'brown', 'spam', 'age', 'dhbhh', u'baz', ('cddg',), 'gc', -6, 'key', ('a', 'ceah'), 9223372036854775807, -3, frozenset(['bha', -387751])]) ['', 'brown', 'spam', 'age', 'dhbhh', u'baz', ('cddg',), 'gc', -6, 'key', ('a', 'ceah'), 9223372036854775807, -3, frozenset(['bha', -387751])]
for i in range(47): s0.add(i * 2)
print s0, list(s0)  # => set(['', 0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 'gc', 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, 'spam', 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 'brown', 66, 68, 70, 72, 74, 'dhbhh', 76, 78, 80, 82, 84, 'key', 88, ('a', 'ceah'), 92, frozenset(['bha', -387751]), 'age', u'baz', ('cddg',), 20, -6, -3, 9223372036854775807]) ['', 0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 'gc', 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, 'spam', 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 'brown', 66, 68, 70, 72, 74, 'dhbhh', 76, 78, 80, 82, 84, 'key', 88, ('a', 'ceah'), 92, frozenset(['bha', -387751]), 'age', u'baz', ('cddg',), 20, -6, -3, 9223372036854775807]
print [s0.pop()] if s0 else None  # => ['']
print s0, list(s0)  # => set([0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 'gc', 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, 'spam', 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 'brown', 66, 68, 70, 72, 74, 'dhbhh', 76, 78, 80, 82, 84, 'key', 88, ('a', 'ceah'), 92, frozenset(['bha', -387751]), 'age', u'baz', ('cddg',), 20, -6, -3, 9223372036854775807]) [0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 'gc', 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, 'spam', 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 'brown', 66, 68, 70, 72, 74, 'dhbhh', 76, 78, 80, 82, 84, 'key', 88, ('a', 'ceah'), 92, frozenset(['bha', -387751]), 'age', u'baz', ('cddg',), 20, -6, -3, 9223372036854775807]
s0.difference_update(['eggs', 'foo', frozenset([frozenset([True, -10000000000000000000000000]), 'learning_rate']), frozenset(['dcfag', 'quick']), ('W',), 'n_epochs'])
print s0, list(s0)  # => set([0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 'gc', 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, 'spam', 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 'brown', 66, 68, 70, 72, 74, 'dhbhh', 76, 78, 80, 82, 84, 'key', 88, ('a', 'ceah'), 92, frozenset(['bha', -387751]), 'age', u'baz', ('cddg',), 20, -6, -3, 9223372036854775807]) [0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 'gc', 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, 'spam', 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 'brown', 66, 68, 70, 72, 74, 'dhbhh', 76, 78, 80, 82, 84, 'key', 88, ('a', 'ceah'), 92, frozenset(['bha', -387751]), 'age', u'baz', ('cddg',), 20, -6, -3, 9223372036854775807]
print [hash(k) for k in d0], [hash(k) for k in s0]  # => [-2502823815236350624, 1099511627779, 327024216814240868, 7357553924504227621, 71, -4664239514600057910, 77, 840651671246116861, -1590897978359956885] [0, 2, 4, 86, 6, 8, 10, 12, 14, 16, 18, 13184079207118868, 22, 24, 26, 28, 90, 30, 32, 34, 36, 38, -1840390907728881881, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 4477142871784925249, 66, 68, 70, 72, 74, 2711601545285207883, 76, 78, 80, 82, 84, 8639268678046072022, 88, -7165304512183330854, 92, -4714824556092052769, 1453079729191098346, 327024216814240876, -3502967581400550415, 20, -6, -3, 9223372036854775807]
print dict.fromkeys(s0), dict.fromkeys(d0), dict.fromkeys(frozenset(s0))  # => {0: None, 2: None, 4: None, 'key': None, 6: None, 8: None, 10: None, 12: None, 14: None, 16: None, 18: None, 'gc': None, 22: None, 24: None, 26: None, 28: None, ('a', 'ceah'): None, 30: None, 32: None, 34: None, 36: None, 38: None, 'spam': None, 40: None, 42: None, 44: None, 46: None, 48: None, 50: None, 52: None, 54: None, 56: None, 58: None, 60: None, 62: None, 64: None, 'brown': None, 66: None, 68: None, 70: None, 72: None, 74: None, 'dhbhh': None, 76: None, 78: None, 80: None, 82: None, 84: None, 86: None, 88: None, 90: None, 92: None, frozenset(['bha', -387751]): None, 'age': None, u'baz': None, ('cddg',): None, 20: None, -6: None, -3: None, 9223372036854775807: None} {'cgfde': None, 1099511627779: None, 'bar': None, (('b', -417633), 3j): None, 71: None, 'eggs': None, -10000000000000000000000000L: None, 77: None, 'hello': None} {0: None, 2: None, 4: None, 86: None, 6: None, 8: None, 10: None, 12: None, 14: None, 16: None, 18: None, 'gc': None, 22: None, 24: None, 26: None, 28: None, 90: None, 30: None, 32: None, 34: None, 36: None, 38: None, 'spam': None, 40: None, 42: None, 44: None, 46: None, 48: None, 50: None, 52: None, 54: None, 56: None, 58: None, 60: None, 62: None, 64: None, 'brown': None, 66: None, 68: None, 70: None, 72: None, 74: None, 'dhbhh': None, 76: None, 78: None, 80: None, 82: None, 84: None, 'key': None, 88: None, ('a', 'ceah'): None, 92: None, frozenset(['bha', -387751]): None, 'age': None, u'baz': None, ('cddg',): None, 20: None, -6: None, -3: None, 9223372036854775807: None}
d1 = dict.fromkeys(['hello', (71002, 'x1'), 'h', 123.456, 'b', 0.1])
print d1  # => {'b': None, (71002, 'x1'): None, 0.1: None, 'h': None, 123.456: None, 'hello': None}
_ = d1.pop('b', None)
print d1.items()  # => [((71002, 'x1'), None), (0.1, None), ('h', None), (123.456, None), ('hello', None)]
if d1: del d1[list(d1)[0 % len(d1)]]
print d1.items()  # => [(0.1, None), ('h', None), (123.456, None), ('hello', None)]
if d1: del d1[list(d1)[1 % len(d1)]]
print d1.items()  # => [(0.1, None), (123.456, None), ('hello', None)]
d1['zz'] = 3
print d1.items()  # => [(0.1, None), (123.456, None), ('zz', 3), ('hello', None)]
s1 = {'key', 90, 'c', 'zz', -2.25, 'fox'}
print s1  # => set([-2.25, 'c', 'key', 'fox', 'zz', 90])
s1.discard(('age',))
print s1, list(s1)  # => set([-2.25, 'c', 'key', 'fox', 'zz', 90]) [-2.25, 'c', 'key', 'fox', 'zz', 90]
print s1.pop() if s1 else None  # => -2.25
print s1, list(s1)  # => set(['c', 'key', 'fox', 'zz', 90]) ['c', 'key', 'fox', 'zz', 90]
print s1.pop() if s1 else None  # => c
print s1, list(s1)  # => set(['key', 'fox', 'zz', 90]) ['key', 'fox', 'zz', 90]
print [hash(k) for k in d1], [hash(k) for k in s1]  # => [2576882278, 3136629354, 15616093818140822, 840651671246116861] [8639268678046072022, -4177197833195190612, 15616093818140822, 90]
print dict.fromkeys(s1), dict.fromkeys(d1), dict.fromkeys(frozenset(s1))  # => {90: None, 'fox': None, 'zz': None, 'key': None} {123.456: None, 'zz': None, 0.1: None, 'hello': None} {90: None, 'fox': None, 'key': None, 'zz': None}
d2 = dict(b=0)
print d2  # => {'b': 0}
d2['fox'] = 0
print d2.items()  # => [('b', 0), ('fox', 0)]
if d2: del d2[list(d2)[5 % len(d2)]]
print d2.items()  # => [('b', 0)]
d2 = d2.copy()
print d2.items()  # => [('b', 0)]
s2 = set(['world'])
print s2  # => set(['world'])
s2.add(True)
print s2, list(s2)  # => set(['world', True]) ['world', True]
for i in range(60): s2.add(i * 8)
print s2, list(s2)  # => set([0, True, 392, 456, 328, 136, 128, 192, 256, 144, 24, 384, 448, 320, 152, 248, 312, 32, 176, 440, 376, 40, 240, 304, 48, 8, 368, 432, 56, 232, 296, 64, 160, 424, 360, 72, 224, 288, 80, 184, 416, 88, 'world', 216, 280, 96, 16, 408, 472, 344, 104, 208, 272, 352, 112, 168, 400, 464, 336, 120, 200, 264]) [0, True, 392, 456, 328, 136, 128, 192, 256, 144, 24, 384, 448, 320, 152, 248, 312, 32, 176, 440, 376, 40, 240, 304, 48, 8, 368, 432, 56, 232, 296, 64, 160, 424, 360, 72, 224, 288, 80, 184, 416, 88, 'world', 216, 280, 96, 16, 408, 472, 344, 104, 208, 272, 352, 112, 168, 400, 464, 336, 120, 200, 264]
s2 = set([595556, 'world', 'foo', 1e-05, 'baz', 1.1428571428571428, 2147483648]) & s2
print s2, list(s2)  # => set(['world']) ['world']
s2.add('the')
print s2, list(s2)  # => set(['world', 'the']) ['world', 'the']
print s2.pop() if s2 else None  # => world
print s2, list(s2)  # => set(['the']) ['the']
s2.add(18446744073709551616)
print s2, list(s2)  # => set([18446744073709551616L, 'the']) [18446744073709551616L, 'the']
s2.add(u'brown')
print s2, list(s2)  # => set([18446744073709551616L, 'the', u'brown']) [18446744073709551616L, 'the', u'brown']
print [hash(k) for k in d2], [hash(k) for k in s2]  # => [12544037731] [1, -1495230934636648966, 4477142871784925249]
print dict.fromkeys(s2), dict.fromkeys(d2), dict.fromkeys(frozenset(s2))  # => {18446744073709551616L: None, 'the': None, u'brown': None} {'b': None} {18446744073709551616L: None, 'the': None, u'brown': None}
d3 = {('fox',): 0, 23: 1}
print d3  # => {23: 1, ('fox',): 0}
d3['eecf'] = 0
print d3.items()  # => [(23, 1), ('eecf', 0), (('fox',), 0)]


# %% changes by chance, 13
d0 = dict([(-10000000000000000000000000, 0), ('key', 1), ('key', 2)])
print d0  # => {-10000000000000000000000000L: 0, 'key': 2}
d0[5] = 0
print d0.items()  # => [(-10000000000000000000000000L, 0), (5, 0), ('key', 2)]
d0['eacbgg'] = 1
print d0.items()  # => [(-10000000000000000000000000L, 0), (5, 0), ('key', 2), ('eacbgg', 1)]
for i in range(34): d0[i * 7] = i
print d0.items()  # => [(0, 0), (5, 0), (7, 1), (140, 20), (14, 2), (147, 21), (21, 3), (154, 22), (28, 4), ('eacbgg', 1), (133, 19), (161, 23), (35, 5), (168, 24), (42, 6), (175, 25), (49, 7), (182, 26), (56, 8), (189, 27), (63, 9), (196, 28), (70, 10), (203, 29), (77, 11), (210, 30), (84, 12), ('key', 2), (217, 31), (91, 13), (224, 32), (98, 14), (231, 33), (105, 15), (-10000000000000000000000000L, 0), (112, 16), (119, 17), (126, 18)]
d0 = {k: v for k, v in d0.items()}
print d0.items()  # => [(0, 0), (133, 19), (7, 1), (140, 20), (14, 2), (147, 21), (21, 3), (154, 22), (28, 4), (5, 0), (161, 23), (35, 5), (168, 24), (42, 6), ('eacbgg', 1), (175, 25), (49, 7), (182, 26), (56, 8), (189, 27), (63, 9), (196, 28), (70, 10), (203, 29), (77, 11), (210, 30), (84, 12), ('key', 2), (217, 31), (91, 13), (224, 32), (98, 14), (231, 33), (105, 15), (-10000000000000000000000000L, 0), (112, 16), (119, 17), (126, 18)]
print d0.popitem() if d0 else None  # => (0, 0)
print d0.items()  # => [(133, 19), (7, 1), (140, 20), (14, 2), (147, 21), (21, 3), (154, 22), (28, 4), (5, 0), (161, 23), (35, 5), (168, 24), (42, 6), ('eacbgg', 1), (175, 25), (49, 7), (182, 26), (56, 8), (189, 27), (63, 9), (196, 28), (70, 10), (203, 29), (77, 11), (210, 30), (84, 12), ('key', 2), (217, 31), (91, 13), (224, 32), (98, 14), (231, 33), (105, 15), (-10000000000000000000000000L, 0), (112, 16), (119, 17), (126, 18)]
d0[(71, 31)] = 5
print d0.items()  # => [(133, 19), (7, 1), (140, 20), (14, 2), (147, 21), (21, 3), (154, 22), (28, 4), (5, 0), (161, 23), (35, 5), (168, 24), (42, 6), ('eacbgg', 1), (175, 25), (49, 7), (182, 26), (56, 8), (189, 27), (63, 9), (196, 28), (70, 10), (203, 29), (77, 11), (210, 30), (84, 12), ('key', 2), (217, 31), (91, 13), (224, 32), (98, 14), (231, 33), (105, 15), (-10000000000000000000000000L, 0), (112, 16), (119, 17), (126, 18), ((71, 31), 5)]
s0 = {'ag', 123.456, 70}
print s0  # => set([123.456, 70, 'ag'])
s0 &= set(['key', 10, 53])
print s0, list(s0)  # => set([]) []
print [hash(k) for k in d0], [hash(k) for k in s0]  # => [133, 7, 140, 14, 147, 21, 154, 28, 5, 161, 35, 168, 42, -5795924220586397179, 175, 49, 182, 56, 189, 63, 196, 70, 203, 77, 210, 84, 8639268678046072022, 217, 91, 224, 98, 231, 105, -1590897978359956885, 112, 119, 126, 3713018845268988181] []
print dict.fromkeys(s0), dict.fromkeys(d0), dict.fromkeys(frozenset(s0))  # => {} {196: None, 133: None, 70: None, 7: None, (71, 31): None, 203: None, 140: None, 77: None, 14: None, 210: None, 147: None, 84: None, 21: None, 'key': None, 217: None, 154: None, 91: None, 28: None, 5: None, 224: None, 161: None, 98: None, 35: None, 231: None, 168: None, 105: None, 42: None, -10000000000000000000000000L: None, 'eacbgg': None, 175: None, 112: None, 49: None, 182: None, 119: None, 56: None, 189: None, 126: None, 63: None} {}
d1 = dict(b=0)
print d1  # => {'b': 0}
d1['bar'] = 0
print d1.items()  # => [('b', 0), ('bar', 0)]
s1 = set(range(-1, 150, 9))
print s1  # => set([98, 35, 134, 71, 8, 62, 44, 143, 80, 17, 107, 116, 53, 89, 26, 125, -1])
print [hash(k) for k in d1], [hash(k) for k in s1]  # => [12544037731, 327024216814240868] [98, 35, 134, 71, 8, 62, 44, 143, 80, 17, 107, 116, 53, 89, 26, 125, -2]
print dict.fromkeys(s1), dict.fromkeys(d1), dict.fromkeys(frozenset(s1))  # => {98: None, 35: None, 134: None, 71: None, 8: None, -1: None, 107: None, 44: None, 143: None, 80: None, 17: None, 116: None, 53: None, 89: None, 26: None, 125: None, 62: None} {'b': None, 'bar': None} {98: None, 35: None, 134: None, 71: None, 8: None, 107: None, 44: None, 143: None, 80: None, 17: None, 116: None, 53: None, 62: None, 89: None, 26: None, 125: None, -1: None}
d2 = dict.fromkeys([(-680487, 'hgbgcf'), 'n_epochs'])
print d2  # => {'n_epochs': None, (-680487, 'hgbgcf'): None}
d2.update({161749: 0, 23: 1})
print d2.items()  # => [(23, 1), ('n_epochs', None), (161749, 0), ((-680487, 'hgbgcf'), None)]
d2.update({'x1': 0, 2147483648: 1, 'b': 2})
print d2.items()  # => [(2147483648, 1), ('x1', 0), (161749, 0), (23, 1), ((-680487, 'hgbgcf'), None), ('b', 2), ('n_epochs', None)]
d2 = d2.copy()
print d2.items()  # => [(2147483648, 1), ('b', 2), (161749, 0), (23, 1), ('n_epochs', None), ('x1', 0), ((-680487, 'hgbgcf'), None)]
if d2: del d2[list(d2)[5 % len(d2)]]
print d2.items()  # => [(2147483648, 1), ('b', 2), (161749, 0), (23, 1), ('n_epochs', None), ((-680487, 'hgbgcf'), None)]
d2['aah'] = 4
print d2.items()  # => [(2147483648, 1), ('b', 2), (161749, 0), (23, 1), ('n_epochs', None), ('aah', 4), ((-680487, 'hgbgcf'), None)]
s2 = {'the', -11}
print s2  # => set(['the', -11])
s2.discard('qux')
print s2, list(s2)  # => set(['the', -11]) ['the', -11]
s2 = set([]) ^ s2
print s2, list(s2)  # => set(['the', -11]) ['the', -11]
s2.add('quick')
print s2, list(s2)  # => set(['quick', 'the', -11]) ['quick', 'the', -11]
s2.discard('fox')
print s2, list(s2)  # => set(['quick', 'the', -11]) ['quick', 'the', -11]
print [hash(k) for k in d2], [hash(k) for k in s2]  # => [2147483648, 12544037731, 161749, 23, 5801406105420982031, 1453079729189098349, 1267053138802072047] [-453828349344749448, -1495230934636648966, -11]
print dict.fromkeys(s2), dict.fromkeys(d2), dict.fromkeys(frozenset(s2))  # => {'quick': None, 'the': None, -11: None} {2147483648: None, 'b': None, 161749: None, 23: None, (-680487, 'hgbgcf'): None, 'aah': None, 'n_epochs': None} {'quick': None, 'the': None, -11: None}
d3 = dict.fromkeys(['b', -5, ('b_h', -5), 'the', u'world', 24])
print d3  # => {('b_h', -5): None, 'b': None, 24: None, u'world': None, 'the': None, -5: None}
for i in range(9): d3[i * 7] = i
print d3.items()  # => [(0, 0), (('b_h', -5), None), ('b', None), (7, 1), (42, 6), (14, 2), (49, 7), (35, 5), (21, 3), (56, 8), (24, None), (u'world', None), ('the', None), (-5, None), (28, 4)]
d3.update({91: 0, 'egha': 1, 'A': 2, (16, 'quick'): 3, 'b': 4, 'qux': 5, 'baz': 6, u'n_epochs': 7, ('gfcg', 'quick'): 8})
print d3.items()  # => [(0, 0), ('A', 2), (('gfcg', 'quick'), 8), (7, 1), ('qux', 5), ((16, 'quick'), 3), (14, 2), (u'n_epochs', 7), (35, 5), (21, 3), (24, None), (u'world', None), (91, 0), (28, 4), (('b_h', -5), None), ('b', 4), (42, 6), ('baz', 6), (49, 7), ('egha', 1), (56, 8), ('the', None), (-5, None)]
_ = d3.setdefault(12, 1)
print d3.items()  # => [(0, 0), ('A', 2), (('gfcg', 'quick'), 8), (7, 1), ('qux', 5), ((16, 'quick'), 3), (12, 1), (14, 2), (u'n_epochs', 7), (35, 5), (21, 3), (24, None), (u'world', None), (91, 0), (28, 4), (('b_h', -5), None), ('b', 4), (42, 6), ('baz', 6), (49, 7), ('egha', 1), (56, 8), ('the', None), (-5, None)]
s3 = set('aagizgwxl unh')
print s3  # => set(['a', ' ', 'g', 'i', 'h', 'l', 'n', 'u', 'w', 'x', 'z'])
for i in range(54): s3.add(i * 5)
print s3, list(s3)  # => set([0, 130, 260, 5, 135, 265, 10, 140, 15, 145, 20, 150, 25, 155, 30, 160, ' ', 35, 165, 40, 170, 45, 175, 50, 180, 55, 185, 60, 190, 65, 195, 70, 200, 75, 205, 80, 210, 85, 215, 90, 220, 95, 'a', 225, 100, 230, 'g', 'i', 'h', 235, 'l', 110, 'n', 240, 115, 'u', 245, 'w', 105, 120, 'x', 250, 'z', 125, 255]) [0, 130, 260, 5, 135, 265, 10, 140, 15, 145, 20, 150, 25, 155, 30, 160, ' ', 35, 165, 40, 170, 45, 175, 50, 180, 55, 185, 60, 190, 65, 195, 70, 200, 75, 205, 80, 210, 85, 215, 90, 220, 95, 'a', 225, 100, 230, 'g', 'i', 'h', 235, 'l', 110, 'n', 240, 115, 'u', 245, 'w', 105, 120, 'x', 250, 'z', 125, 255]
s3 = set(['qux', -143119, 1+2j, u'world', ('b', 92), '', -512665]) - s3
print s3, list(s3)  # => set(['', -512665, 'qux', (1+2j), -143119, ('b', 92), u'world']) ['', -512665, 'qux', (1+2j), -143119, ('b', 92), u'world']
s3.add(18446744073709551616)
print s3, list(s3)  # => set(['', 18446744073709551616L, -512665, 'qux', (1+2j), -143119, ('b', 92), u'world']) ['', 18446744073709551616L, -512665, 'qux', (1+2j), -143119, ('b', 92), u'world']
s3.add(220113)
print s3, list(s3)  # => set(['', 18446744073709551616L, 220113, -512665, 'qux', (1+2j), -143119, ('b', 92), u'world']) ['', 18446744073709551616L, 220113, -512665, 'qux', (1+2j), -143119, ('b', 92), u'world']
