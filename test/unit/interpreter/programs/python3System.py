# What these programs show was written down from CPython.
# %% sys
import sys
print(sys.version_info >= (3, 6), sys.version_info.major, sys.version_info[:2], sys.version_info[:3], sys.version_info)  # => True 3 (3, 12) (3, 12, 1) sys.version_info(major=3, minor=12, micro=1, releaselevel='final', serial=0)
print(sys.version.split()[0], sys.maxsize, sys.byteorder, sys.platform, sys.implementation.name, sys.hexversion, sys.api_version)  # => 3.12.1 9223372036854775807 little linux cpython 51118576 1013
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.min, sys.float_info.dig, sys.float_info)  # => 1.7976931348623157e+308 2.220446049250313e-16 2.2250738585072014e-308 15 sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
print(sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.maxunicode, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding())  # => 30 2305843009213693951 1114111 1000 utf-8 utf-8
_ = sys.stdout.write('abc\n'); print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.closed, sys.stdout.line_buffering, sys.stdout.mode)
# => abc
# => True False False False w
sys.stdout.writelines(['x\n', 'y\n'])
# => x
# => y
sys.stdout.flush()
try: 1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info(); print(t, v, tb is not None, sys.exception() is v)  # => <class 'ZeroDivisionError'> division by zero True True
print(sys.gettrace(), sys.getprofile(), sys.is_finalizing(), sys.displayhook is not None, sys.excepthook is not None, sys.getswitchinterval(), sys.warnoptions, sys.pycache_prefix, sys.platlibdir)  # => None None False True True 0.005 [] None lib
f = sys._getframe(); print(f.f_code.co_name, f.f_back)  # => <module> None
def g(): return sys._getframe(0).f_code.co_name, sys._getframe(1).f_code.co_name
print(g())  # => ('g', '<module>')
sys.setrecursionlimit(2000); print(sys.getrecursionlimit())  # => 2000
_ = sys.stdout.buffer.write(b'bytes\n'); sys.stdout.flush()  # => bytes
try: sys.exit('bye')
except SystemExit as e: print(e.code)  # => bye
try: sys.exit()
except SystemExit as e: print(e.code)  # => None
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)  # => recursion limit must be greater or equal than 1
sys.displayhook(5)  # => 5
print(sys.getsizeof([]), sys.getsizeof(1), sys.getsizeof(''), sys.getsizeof('abc'), sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof({}), sys.getsizeof(1.0), sys.getsizeof(10 ** 30), sys.getsizeof(b'abc'), sys.getsizeof(True), sys.getsizeof(None), sys.getsizeof(set()), sys.getsizeof(range(5)))  # => 56 28 41 44 40 56 64 24 40 36 28 16 216 48

# %% cmath
import cmath, random, math
print(cmath.sqrt(-1), cmath.exp(1j * cmath.pi), cmath.log(-1), cmath.log(100, 10), cmath.log10(1000), cmath.phase(-1), cmath.polar(1 + 1j), cmath.rect(1, cmath.pi / 4))  # => 1j (-1+1.2246467991473532e-16j) 3.141592653589793j (2+0j) (2.9999999999999996+0j) 3.141592653589793 (1.4142135623730951, 0.7853981633974483) (0.7071067811865476+0.7071067811865475j)
print(cmath.sqrt(-4), cmath.sqrt(3 + 4j), cmath.sin(1j), cmath.cos(1 + 1j), cmath.isclose(1, 1 + 1e-10j), cmath.isnan(complex('nan')), cmath.isinf(cmath.infj), cmath.isfinite(1j), cmath.inf, cmath.nan, cmath.infj, cmath.nanj)  # => 2j (2+1j) 1.1752011936438014j (0.8337300251311491-0.9888977057628651j) True True True True inf nan infj nanj
for f, a in [(cmath.log, 0), (cmath.exp, 1000), (cmath.sqrt, 'a'), (cmath.atanh, 1), (cmath.log10, 0j), (cmath.cosh, 1000)]:
    try: print(f(a))
    except Exception as e: print(type(e).__name__, e)
# => ValueError math domain error
# => OverflowError math range error
# => TypeError must be real number, not str
# => ValueError math domain error
# => ValueError math domain error
# => OverflowError math range error
print(cmath.tanh(0.5 + 1j), cmath.acos(0.5j), cmath.atan(2 + 1j), cmath.acosh(2j), cmath.asinh(1 + 1j), cmath.asin(0.25 - 2j), cmath.atanh(0.5 + 0.5j), cmath.sinh(1 - 1j))  # => (1.0428307283443612+0.8068774121630852j) (1.5707963267948966-0.48121182505960347j) (1.1780972450961724+0.17328679513998632j) (1.4436354751788103+1.5707963267948966j) (1.0612750619050357+0.6662394324925153j) (0.11147792536848176-1.4492081522551188j) (0.40235947810852507+0.5535743588970452j) (0.6349639147847361-1.2984575814159773j)
