import traceback, sys
def f(x): return 1 / x
def t(fn, *a):
    try: fn(*a)
    except BaseException as e: print(traceback.format_exc())
def re1():
    try:
        f(0)
    except ZeroDivisionError:
        print('x')
        raise
t(re1)
def re2():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise e
t(re2)
def re3():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise e from None
t(re3)
def re4():
    try:
        re2()
    finally:
        print('fin')
t(re4)
def re5():
    try:
        f(0)
    except ValueError:
        pass
t(re5)
def keep():
    try:
        f(0)
    except ZeroDivisionError as e:
        return e
e = keep()
def rr(): raise e
t(rr)
t(rr)
def wi():
    class M:
        def __enter__(self): return self
        def __exit__(self, *a):
            print(a[0], a[2].tb_lineno)
    with M():
        f(0)
t(wi)
def tbs():
    try:
        f(0)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_frame.f_code.co_name)
        for fs in traceback.extract_tb(tb): print(fs.lineno, fs.name, fs.line, fs.filename == __file__)
        print(traceback.format_tb(tb))
        print(traceback.extract_tb(tb)[-1])
        print(len(traceback.format_exception(type(e), e, tb)), traceback.format_exception(e)[-1])
        traceback.print_tb(tb, file=sys.stdout)
        traceback.print_exception(e, file=sys.stdout)
        print(''.join(traceback.format_exception_only(e)))
        print(''.join(traceback.TracebackException.from_exception(e).format()))
        traceback.print_exc(limit=1, file=sys.stdout)
        traceback.print_exc(limit=-1, file=sys.stdout)
tbs()
def raise_with():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise ValueError('w').with_traceback(e.__traceback__)
t(raise_with)
def groups():
    es = []
    for x in (0, 'a'):
        try: f(x)
        except Exception as e: es.append(e)
    raise ExceptionGroup('many', es + [ExceptionGroup('in', [ValueError(1), TypeError('q')])])
t(groups)
def star():
    try:
        raise ExceptionGroup('g', [ValueError('v'), TypeError('t')])
    except* ValueError as eg:
        raise KeyError('k')
t(star)
def gen():
    yield 1
    raise ValueError('in gen')
def usegen():
    for x in gen():
        pass
t(usegen)
def two():
    try:
        f(0)
    except ZeroDivisionError:
        try:
            {}['k']
        except KeyError as k:
            raise RuntimeError('third')
t(two)
def inf(): return inf()
def ru():
    try: inf()
    except RecursionError as e:
        s = traceback.format_exc().splitlines()
        print(len(s)); print('\n'.join(s[-4:]))
ru()
def stack():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack()[-1])
    print([s.name for s in traceback.extract_stack()])
stack()
class A:
    def method(self):
        self.valu
    value = 3
t(A().method)
t(lambda: A.valeu)
class Cust(Exception):
    def __str__(self): return 'custom\nlines'
class Mod:
    class Inner(Exception): pass
def cu(): raise Cust
t(cu)
def cu2(): raise Mod.Inner(1, 2)
t(cu2)
def s():
    raise SyntaxError('bad')
t(s)
def ke(): raise KeyError('a\nb')
t(ke)
def badstr():
    class X(Exception):
        def __str__(self): 1/0
    raise X
t(badstr)
def sysexit(): sys.exit(3)
t(sysexit)
def kk(): return max([])
t(kk)
def srt(): return sorted([1, 'a'])
t(srt)
def kf(): return sorted([1, 0], key=lambda x: 1 / x)
t(kf)
def mp(): return list(map(f, [1, 0]))
t(mp)
def dec():
    @f
    def q(): pass
t(dec)
def multiline_str():
    x = (1,
         2,
         f(0),
         3)
t(multiline_str)
def mcall():
    return [1, 2, 3].index(
        4)
t(mcall)
def lng(): return f(0)  # comment
t(lng)
def uni(): return 'é' + f(0) + 'ü' + 'あ' + 1
t(uni)
def uni2(): return 'あ' + 1
t(uni2)
def sub2(): return [[1], 2][0][f(1)](3)
t(sub2)
def slic(): return (1)[1:2]
t(slic)
def dl(): del [1][5]
t(dl)
def lamb(): return (lambda x: x.q)(3)
t(lamb)
def notin(): return 3 in 4
t(notin)
def whl():
    while f(0) > 1: pass
t(whl)
def iff():
    x = 1 if f(0) else 2
t(iff)
def ass(): assert f(0), 'x'
t(ass)
def ass2(): assert (1 ==
    2)
t(ass2)
def rs(): raise ValueError(f(0))
t(rs)
def rs2():
    raise ValueError(
        'several lines')
t(rs2)
def tup(): (a, b), c = (1, 2, 3), 4
t(tup)
def kw(): f(x=1, **{'x': 2})
t(kw)
def st(): f(*3)
t(st)
def fin():
    for i in range(3):
        x = i * 2 ; y = x.a
t(fin)
def aw(): print(f"{f(1)}" + f"{f(0)!r:>10}")
t(aw)
