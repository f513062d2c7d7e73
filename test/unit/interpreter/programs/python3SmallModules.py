# What these programs show was written down from CPython.
# %% array, queue, graphlib, numbers, uuid, secrets, platform, colorsys, errno, getopt
import array, queue, graphlib, numbers, uuid, secrets, platform, atexit, colorsys, errno, getopt, operator
from array import array as A
from fractions import Fraction; from decimal import Decimal
a = A('i', [1, 2, 3]); a.append(4); a.extend([5, 6]); print(a, a[1:3], a[-1], len(a), a.typecode, a.itemsize, a.tolist(), sum(a), a.count(2), a.index(3))  # => array('i', [1, 2, 3, 4, 5, 6]) array('i', [2, 3]) 6 6 i 4 [1, 2, 3, 4, 5, 6] 21 1 2
a[0] = 10; a.insert(1, 7); print(a.pop(), a.pop(0), a); a.remove(7); a.reverse(); print(a, 3 in a, a == A('i', [5, 4, 3, 2]), a < A('i', [9]))
# => 6 10 array('i', [7, 2, 3, 4, 5])
# => array('i', [5, 4, 3, 2]) True True True
print(A('d', [1, 2.5]), A('f', [0.1]), A('b'), A('u', 'héllo'), A('B', b'abc'), A('d', range(3)) + A('d', [9]), A('i', [1]) * 3, list(A('h', [1, 2])), A('i', [1, 2]).tobytes(), repr(A('l', [1]).tobytes()))  # => array('d', [1.0, 2.5]) array('f', [0.10000000149011612]) array('b') array('u', 'héllo') array('B', [97, 98, 99]) array('d', [0.0, 1.0, 2.0, 9.0]) array('i', [1, 1, 1]) [1, 2] b'\x01\x00\x00\x00\x02\x00\x00\x00' b'\x01\x00\x00\x00\x00\x00\x00\x00'
del a[0]; a[1:2] = A('i', [8, 9]); print(a); a += A('i', [1]); print(a, list(reversed(a)))
# => array('i', [4, 8, 9, 2])
# => array('i', [4, 8, 9, 2, 1]) [1, 2, 9, 8, 4]
for f in [lambda: A('i', [1.5]), lambda: A('b', [200]), lambda: A('B', [-1]), lambda: A('i', [2**40]), lambda: A('x'), lambda: A('i', 'abc'), lambda: A('i')[0], lambda: A('i').pop(), lambda: A('i', ['a']), lambda: A('I', [-1]), lambda: A('q', [2**70]), lambda: A('Q', [-1]), lambda: A('l', [2**70]), lambda: A('h', [99999]), lambda: A('H', [99999]), lambda: A('i', [1]) + [1], lambda: A('i', [1]).remove(5), lambda: A('u', 'a') + A('i'), lambda: A(), lambda: A('d', ['x']), lambda: A('i', [1]).index(7), lambda: a.__setitem__(99, 1), lambda: A('L', [2**70]), lambda: A('I', [2**40])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => TypeError 'float' object cannot be interpreted as an integer
# => OverflowError signed char is greater than maximum
# => OverflowError unsigned byte integer is less than minimum
# => OverflowError signed integer is greater than maximum
# => ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# => TypeError cannot use a str to initialize an array with typecode 'i'
# => IndexError array index out of range
# => IndexError pop from empty array
# => TypeError 'str' object cannot be interpreted as an integer
# => OverflowError can't convert negative value to unsigned int
# => OverflowError int too big to convert
# => OverflowError can't convert negative int to unsigned
# => OverflowError Python int too large to convert to C long
# => OverflowError signed short integer is greater than maximum
# => OverflowError unsigned short is greater than maximum
# => TypeError can only append array (not "list") to array
# => ValueError array.remove(x): x not in array
# => TypeError bad argument type for built-in operation
# => TypeError array() takes at least 1 argument (0 given)
# => TypeError must be real number, not str
# => ValueError array.index(x): x not in array
# => IndexError array assignment index out of range
# => OverflowError Python int too large to convert to C unsigned long
# => OverflowError unsigned int is greater than maximum
b = A('h'); b.frombytes(b'\x01\x00\x02\x00'); print(b); b.byteswap(); print(b, array.typecodes)
# => array('h', [1, 2])
# => array('h', [256, 512]) bBuhHiIlLqQfd
q = queue.Queue(maxsize=2); q.put(1); q.put('b'); print(q.qsize(), q.full(), q.get(), q.get_nowait(), q.empty())  # => 2 True 1 b True
try: q.get_nowait()
except queue.Empty as e: print('empty', repr(e), type(e))  # => empty Empty() <class '_queue.Empty'>
try: q.get(block=False)
except queue.Empty: print('empty')  # => empty
q.put(1); q.put(2)
try: q.put_nowait(3)
except queue.Full as e: print('full', repr(e))  # => full Full()
p = queue.PriorityQueue()
for x in [(3, 'c'), (1, 'a'), (2, 'b')]: p.put(x)
while not p.empty(): print(p.get(), end=' ')  # => (1, 'a') (2, 'b') (3, 'c')
l = queue.LifoQueue(); l.put(1); l.put(2); print(l.get(), isinstance(l, queue.Queue)); s = queue.SimpleQueue(); s.put(4); print(s.get(), s.qsize(), type(s))
# => 2 True
# => 4 0 <class '_queue.SimpleQueue'>
_ = q.get(); _ = q.get()
for _i in range(4): q.task_done()
q.join()
try: q.task_done()
except ValueError as e: print(e)  # => task_done() called too many times
ts = graphlib.TopologicalSorter({"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}) ; r = tuple(ts.static_order()); print(r[0], sorted(r[1:3]), r[3])  # => A ['B', 'C'] D
ts = graphlib.TopologicalSorter(); ts.add('x', 'y', 'z'); ts.add('y', 'z'); ts.prepare()
while ts.is_active():
    n = ts.get_ready(); print(n); ts.done(*n)
# => ('z',)
# => ('y',)
# => ('x',)
try: list(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except graphlib.CycleError as e: print(e, e.args, isinstance(e, ValueError))  # => ('nodes are in a cycle', [1, 3, 2, 1]) ('nodes are in a cycle', [1, 3, 2, 1]) True
for v in [1, True, 1.5, 2j, Fraction(1, 2), Decimal(1), 'a', None]:
    print([isinstance(v, getattr(numbers, n)) for n in ('Number', 'Complex', 'Real', 'Rational', 'Integral')])
# => [True, True, True, True, True]
# => [True, True, True, True, True]
# => [True, True, True, False, False]
# => [True, True, False, False, False]
# => [True, True, True, True, False]
# => [True, False, False, False, False]
# => [False, False, False, False, False]
# => [False, False, False, False, False]
print(issubclass(int, numbers.Integral), issubclass(float, numbers.Rational), numbers.Number, numbers.Integral.__mro__[:3])  # => True False <class 'numbers.Number'> (<class 'numbers.Integral'>, <class 'numbers.Rational'>, <class 'numbers.Real'>)
class My(numbers.Number): pass
print(isinstance(My(), numbers.Number))  # => True
try: numbers.Real()
except TypeError as e: print(str(e)[:60])  # => Can't instantiate abstract class Real without an implementat
u = uuid.UUID('12345678-1234-5678-1234-567812345678'); print(u, repr(u), u.hex, u.int, u.bytes, u.urn, u.version, u.variant, u.fields, u.node, u.time_low, u.bytes_le)  # => 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 24197857161011715162171839636988778104 b'\x124Vx\x124Vx\x124Vx\x124Vx' urn:uuid:12345678-1234-5678-1234-567812345678 None reserved for NCS compatibility (305419896, 4660, 22136, 18, 52, 95073701484152) 95073701484152 305419896 b'xV4\x124\x12xV\x124Vx\x124Vx'
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'http://x'), uuid.UUID(int=5), uuid.UUID(bytes=b'0123456789abcdef'), u == uuid.UUID('{12345678123456781234567812345678}'), u < uuid.UUID(int=2**127), hash(u) == hash(u.int), len({u, u}))  # => 886313e1-3b8a-5372-9b90-0c9aee199e5d 53b14841-9895-312b-bb91-82c1f08c9edd 00000000-0000-0000-0000-000000000005 30313233-3435-3637-3839-616263646566 True True True 1
g = uuid.uuid4(); print(g.version, g.variant, len(str(g)), str(g)[14], uuid.uuid1().version, uuid.UUID(fields=u.fields) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(int=1, version=4))  # => 4 specified in RFC 4122 36 4 1 True True 00000000-0000-4000-8000-000000000001
for f in [lambda: uuid.UUID('xyz'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID('z' * 32), lambda: uuid.UUID(bytes=b'a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => ValueError badly formed hexadecimal UUID string
# => TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
# => ValueError int is out of range (need a 128-bit value)
# => ValueError invalid literal for int() with base 16: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'
# => ValueError bytes is not a 16-char string
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), secrets.randbelow(1), secrets.choice([5]), secrets.compare_digest('a', 'a'), secrets.compare_digest(b'a', b'b'))  # => 16 5 22 0 5 True False
print(platform.python_version(), platform.python_implementation(), platform.python_version_tuple())  # => 3.12.1 CPython ('3', '12', '1')
print(colorsys.rgb_to_hsv(0.2, 0.4, 0.4), colorsys.hsv_to_rgb(0.5, 0.5, 0.4), colorsys.rgb_to_hls(.2, .4, .6), colorsys.hls_to_rgb(.7, .3, .9), colorsys.rgb_to_yiq(.1, .2, .3), colorsys.yiq_to_rgb(.3, .1, .2), colorsys.hsv_to_rgb(0.9, 1, 1), colorsys.rgb_to_hsv(1, 0, .3), colorsys.rgb_to_hsv(255, 100, 3))  # => (0.5, 0.5, 0.4) (0.2, 0.4, 0.4) (0.5833333333333334, 0.4, 0.49999999999999994) (0.13799999999999962, 0.030000000000000027, 0.57) (0.181, -0.09206999999999999, 0.009910000000000002) (0.5193995381062355, 0.1453830195326261, 0.5309468822170902) (1, 0.0, 0.5999999999999996) (0.95, 1.0, 1) (0.06415343915343914, 0.9882352941176471, 255)
print(errno.ENOENT, errno.errorcode[13], errno.EAGAIN)  # => 2 EACCES 11
print(getopt.getopt('-a -b -cfoo -d bar a1 a2'.split(), 'abc:d:'), getopt.getopt('--condition=foo --testing --output-file abc.def -x a1 a2'.split(), 'x', ['condition=', 'output-file=', 'testing']), getopt.gnu_getopt('a -x b --te'.split(), 'x', ['testing']))  # => ([('-a', ''), ('-b', ''), ('-c', 'foo'), ('-d', 'bar')], ['a1', 'a2']) ([('--condition', 'foo'), ('--testing', ''), ('--output-file', 'abc.def'), ('-x', '')], ['a1', 'a2']) ([('-x', ''), ('--testing', '')], ['a', 'b'])
for w, s, l in [(['-z'], 'a', []), (['--foo'], '', ['fo']), (['--fo'], '', ['fox', 'foy']), (['-c'], 'c:', []), (['--foo=1'], '', ['foo']), (['--foo'], '', ['foo='])]:
    try: print(getopt.getopt(w, s, l))
    except getopt.GetoptError as e: print(e, '|', e.msg, '|', e.opt)
# => option -z not recognized | option -z not recognized | z
# => option --foo not recognized | option --foo not recognized | foo
# => option --fo not a unique prefix | option --fo not a unique prefix | fo
# => option -c requires argument | option -c requires argument | c
# => option --foo must not have an argument | option --foo must not have an argument | foo
# => option --foo requires argument | option --foo requires argument | foo
