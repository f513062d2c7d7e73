Programs of Python 3: numbers, time and inspection in the standard library.

# %% fractions, statistics and time
from fractions import Fraction
from statistics import *
import statistics, time
F=Fraction
print(F(3,4), repr(F(6,-8)), F('0.75'), F('3/9'), F(0.5), F(2), F(1,3)+F(1,6), F(1,2)*2, F(1,2)+0.5, 1-F(1,3), F(7,2)//1, F(7,2)%1, F(1,2)**2, F(2)**-1, F(1,2)**0.5, 2**F(2), float(F(1,3)), int(F(7,2)), round(F(7,2)), round(F(22,7),2), F(1,2)==0.5, F(1,2)<F(2,3), max(F(1,2),F(3,4)), sum([F(1,2),F(1,3)]), hash(F(1,2))==hash(0.5), {F(1,2):1}[0.5], F(3.141592653589793).limit_denominator(1000), abs(F(-1,2)), -F(1,2), bool(F(0)), F(1,3).numerator, divmod(F(7,2),F(1,2)), F('1e-3'), F(1.1), f'{F(1,3)}', F(5).as_integer_ratio(), hash(F(1,3)))  # => 3/4 Fraction(-3, 4) 3/4 1/3 1/2 2 1/2 1 1.0 2/3 3 1/2 1/4 1/2 0.7071067811865476 4 0.3333333333333333 3 4 157/50 True True 3/4 5/6 True 1 355/113 1/2 -1/2 False 1 (7, Fraction(0, 1)) 1/1000 2476979795053773/2251799813685248 1/3 (5, 1) 1537228672809129301
for b in (lambda: F(1,0), lambda: F('x'), lambda: F(1,2)/0, lambda: F(1.5,2), lambda: F(1,2)+'a'):
    try: b()
    except Exception as e: print(type(e).__name__, e)  # => ZeroDivisionError Fraction(1, 0)
    # => ValueError Invalid literal for Fraction: 'x'
    # => ZeroDivisionError Fraction(1, 0)
    # => TypeError both arguments should be Rational instances
    # => TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
d=[1,2,3,4,4,5]; f=[1.5,2.25,3.1,0.1]
print(mean(d), mean([1,2,3]), mean(f), fmean(d), median(d), median([1,3,2]), median_low(d), median_high(d), mode(d), multimode('aabbc'), stdev(d), pstdev(d), variance(d), pvariance(d), variance(f), stdev(f), harmonic_mean([40,60]), geometric_mean([54,24,36]), quantiles(range(1,101),n=4), quantiles(d), quantiles(d,method='inclusive'), mean([F(1,2),F(1,3)]), median([1,2.5]), variance([1,2,3]), median_grouped([1,2,2,3,4,4,4,5]))  # => 3.1666666666666665 2 1.7375 3.1666666666666665 3.5 2 3 4 4 ['a', 'b'] 1.4719601443879744 1.3437096247164249 2.1666666666666665 1.8055555555555556 1.6189583333333335 1.2723829350212668 48.0 36.000000000000014 [25.25, 50.5, 75.75] [1.75, 3.5, 4.25] [2.25, 3.5, 4.0] 5/12 1.75 1 3.5
print(covariance([1,2,3],[4,5,7]), correlation([1,2,3,4],[2,4,6,9]), linear_regression([1,2,3],[2,4,7]), mode(['red','blue','red']), pstdev([1.5,2.5,2.5,2.75,3.25,4.75]), stdev([2.5, 3.25, 5.5, 11.25, 11.75]))  # => 1.5 0.9943767126843689 LinearRegression(slope=2.5, intercept=-0.666666666666667) red 0.986893273527251 4.389618434442793
for b in (lambda: mean([]), lambda: stdev([1]), lambda: mode([]), lambda: median([]), lambda: pvariance([])):
    try: b()
    except StatisticsError as e: print(e)  # => mean requires at least one data point
    # => stdev requires at least two data points
    # => no mode for empty data
    # => no median for empty data
    # => pvariance requires at least one data point
print(time.strftime('%Y-%m-%d', time.gmtime(0)), time.gmtime(86400), time.strptime('2020-01-02','%Y-%m-%d').tm_yday, time.asctime(time.gmtime(0)), time.mktime(time.gmtime(0)), time.sleep(0.01), isinstance(time.perf_counter(),float), time.localtime(0)[:3], time.ctime(0))  # => 1970-01-01 time.struct_time(tm_year=1970, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=4, tm_yday=2, tm_isdst=0) 2 Thu Jan  1 00:00:00 1970 0.0 None True (1970, 1, 1) Thu Jan  1 00:00:00 1970

# %% inspect, types, traceback, timeit and calendar
import inspect, types, traceback, timeit, gc, calendar, sys
def f(a, b: int = 2, /, c="x", *args: str, d, e=5, **kw) -> float: "Doc."
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.signature(f).parameters['b'].default, inspect.signature(f).parameters['d'].kind, inspect.isfunction(f), inspect.isclass(int), inspect.getdoc(f), inspect.signature(f).return_annotation)  # => (a, b: int = 2, /, c='x', *args: str, d, e=5, **kw) -> float ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] 2 KEYWORD_ONLY True True Doc. <class 'float'>
class C:
    def __init__(self, x, y=1): pass
    def m(self, z): pass
print(inspect.signature(C), inspect.signature(C(1).m), inspect.ismethod(C(1).m), inspect.isfunction(C.m), [n for n,_ in inspect.getmembers(C, inspect.isfunction)], inspect.signature(lambda x, *, k: 0))  # => (x, y=1) (z) True True ['__init__', 'm'] (x, *, k)
print(inspect.Parameter.empty is inspect.signature(f).parameters['a'].default, inspect.isgeneratorfunction(f))  # => True False
n=types.SimpleNamespace(a=1,b='x'); n.c=3; print(n, n.a, n==types.SimpleNamespace(a=1,b='x',c=3), vars(n))  # => namespace(a=1, b='x', c=3) 1 True {'a': 1, 'b': 'x', 'c': 3}
m=types.MappingProxyType({'a':1}); print(m, m['a'])  # => {'a': 1} 1
try: m['b']=2
except TypeError as e: print(e)  # => 'mappingproxy' object does not support item assignment
print(isinstance(f, types.FunctionType), isinstance((x for x in []), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), types.NoneType)  # => True True True <class 'NoneType'>
try: 1/0
except Exception as e:
    print(traceback.format_exception_only(type(e), e), traceback.format_exception_only(e))  # => ['ZeroDivisionError: division by zero\n'] ['ZeroDivisionError: division by zero\n']
    print(traceback.format_exc().splitlines()[-1])  # => ZeroDivisionError: division by zero
print(timeit.timeit(lambda: 1+1, number=10)>=0, len(timeit.repeat(lambda: 1, number=5, repeat=2)), gc.collect()>=0)  # => True 2 True
print(calendar.isleap(2024), calendar.monthrange(2024,2), calendar.weekday(2024,1,1), calendar.month_name[2], calendar.day_abbr[0], calendar.leapdays(2000,2020), calendar.monthcalendar(2024,2), list(calendar.month_abbr)[:3])  # => True (calendar.THURSDAY, 29) 0 February Mon 5 [[0, 0, 0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15, 16, 17, 18], [19, 20, 21, 22, 23, 24, 25], [26, 27, 28, 29, 0, 0, 0]] ['', 'Jan', 'Feb']
calendar.prmonth(2021,3)  # =>      March 2021
# => Mo Tu We Th Fr Sa Su
# =>  1  2  3  4  5  6  7
# =>  8  9 10 11 12 13 14
# => 15 16 17 18 19 20 21
# => 22 23 24 25 26 27 28
# => 29 30 31
print(repr(calendar.month(2024,2)), repr(calendar.TextCalendar(6).formatmonth(2023,5)))  # => '   February 2024\nMo Tu We Th Fr Sa Su\n          1  2  3  4\n 5  6  7  8  9 10 11\n12 13 14 15 16 17 18\n19 20 21 22 23 24 25\n26 27 28 29\n' '      May 2023\nSu Mo Tu We Th Fr Sa\n    1  2  3  4  5  6\n 7  8  9 10 11 12 13\n14 15 16 17 18 19 20\n21 22 23 24 25 26 27\n28 29 30 31\n'
print(repr(calendar.calendar(2024)))  # => '                                  2024\n\n      January                   February                   March\nMo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su\n 1  2  3  4  5  6  7                1  2  3  4                   1  2  3\n 8  9 10 11 12 13 14       5  6  7  8  9 10 11       4  5  6  7  8  9 10\n15 16 17 18 19 20 21      12 13 14 15 16 17 18      11 12 13 14 15 16 17\n22 23 24 25 26 27 28      19 20 21 22 23 24 25      18 19 20 21 22 23 24\n29 30 31                  26 27 28 29               25 26 27 28 29 30 31\n\n       April                      May                       June\nMo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su\n 1  2  3  4  5  6  7             1  2  3  4  5                      1  2\n 8  9 10 11 12 13 14       6  7  8  9 10 11 12       3  4  5  6  7  8  9\n15 16 17 18 19 20 21      13 14 15 16 17 18 19      10 11 12 13 14 15 16\n22 23 24 25 26 27 28      20 21 22 23 24 25 26      17 18 19 20 21 22 23\n29 30                     27 28 29 30 31            24 25 26 27 28 29 30\n\n        July                     August                  September\nMo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su\n 1  2  3  4  5  6  7                1  2  3  4                         1\n 8  9 10 11 12 13 14       5  6  7  8  9 10 11       2  3  4  5  6  7  8\n15 16 17 18 19 20 21      12 13 14 15 16 17 18       9 10 11 12 13 14 15\n22 23 24 25 26 27 28      19 20 21 22 23 24 25      16 17 18 19 20 21 22\n29 30 31                  26 27 28 29 30 31         23 24 25 26 27 28 29\n                                                    30\n\n      October                   November                  December\nMo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su\n    1  2  3  4  5  6                   1  2  3                         1\n 7  8  9 10 11 12 13       4  5  6  7  8  9 10       2  3  4  5  6  7  8\n14 15 16 17 18 19 20      11 12 13 14 15 16 17       9 10 11 12 13 14 15\n21 22 23 24 25 26 27      18 19 20 21 22 23 24      16 17 18 19 20 21 22\n28 29 30 31               25 26 27 28 29 30         23 24 25 26 27 28 29\n                                                    30 31\n'
print(calendar.timegm((1970,1,2,0,0,0)))  # => 86400

# %% parts of floats, and integers of any size
import math

print(math.modf(-2.0), math.modf(-2.5), math.modf(math.inf), math.frexp(1e308), math.frexp(5e-324))  # => (-0.0, -2.0) (-0.5, -2.0) (0.0, inf) (0.5562684646268004, 1024) (0.5, -1073)
print(math.ldexp(0.5, 1024), math.ldexp(5e-324, 1074), math.ldexp(1, -1080), math.ldexp(1.5, -10**20))  # => 8.98846567431158e+307 1.0 0.0 0.0
print(math.nextafter(1e308, 3), math.nextafter(0.0, -1), math.ulp(1e308), math.ulp(5e-324))  # => 9.999999999999998e+307 -5e-324 1.99584030953472e+292 5e-324
print(math.gcd(12, -18), math.gcd(), math.lcm(4, 6), math.isqrt(2**64 - 1), math.isqrt(3))  # => 6 0 12 4294967295 1
print(math.factorial(20), math.factorial(1000) % 1000003, math.factorial(25000).bit_length())  # => 2432902008176640000 864722 329183
math.ldexp(1, 1024)  # !> OverflowError: math range error

# %% more places than a float has
print('%.1105f' % 1e22 == '10000000000000000000000.' + '0' * 1105, len('%.1200e' % 1e-300))  # => True 1207
print(format(5e-324, '.1110f')[-40:], f'{1/3:.1150g}'[-5:])  # => 5625000000000000000000000000000000000000 28125

# %% a list that grows by itself
l = [1, 2]
l += l
print(l)  # => [1, 2, 1, 2]
l.extend(l)
print(l)  # => [1, 2, 1, 2, 1, 2, 1, 2]
l[1:3] = l
print(l)  # => [1, 1, 2, 1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2]
