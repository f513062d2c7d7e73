import traceback
def f(x): return 1 / x
class A:
    def m(self, y):
        return self.zz + y
    @property
    def p(self): raise KeyError('a b')
def g(d):
    return d['a']['b'] + f(0)
def rec(n):
    if n == 0:
        raise ValueError('deep')
    return rec(n - 1)
def multi():
    return f(
        0
    )
def t(fn, *a):
    try: fn(*a)
    except BaseException as e: print(traceback.format_exc())
t(f, 0)
t(g, {'a': {}})
t(g, {'a': {'b': 3}})
t(A().m, 3)
t(lambda: A().p)
t(rec, 8)
t(multi)
t(lambda: undefinedname)
t(lambda: int('x'))
t(lambda: [1, 2][5])
t(lambda: (1 +
   f(0)))
def chain():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise ValueError('two') from e
t(chain)
def chain2():
    try:
        f(0)
    except ZeroDivisionError as e:
        {}[1]
t(chain2)
def notes():
    e = ValueError('x\ny')
    e.add_note('note 1\nline 2')
    raise e
t(notes)
def unpack():
    a, b = 1, 2, 3
t(unpack)
def unpack2():
    for a, b in [(1, 2, 3)]:
        pass
t(unpack2)
def asrt():
    assert 1 == 2, 'msg'
t(asrt)
def attr():
    x = None
    x.foo = 3
t(attr)
def item():
    x = (1, 2)
    x[0] = 3
t(item)
def aug():
    x = 'a'
    x += 1
t(aug)
def delete():
    d = {}
    del d['x']
t(delete)
def withs():
    with 3 as x:
        pass
t(withs)
def comp():
    return [1 / x for x in [1, 0]]
t(comp)
def gen():
    return list(1 / x for x in [1, 0])
t(gen)
def imp():
    import nosuchmodule
t(imp)
def call_kw():
    f(y=2)
t(call_kw)
def nested():
    return f(f(f(0)))
t(nested)
def cmp():
    return 1 < 'a'
t(cmp)
def un():
    return -'a'
t(un)
def fstr():
    return f'{1/0} abc'
t(fstr)
def method():
    return 'abc'.index('z')
t(method)
def spell():
    appendix = 3
    return apendix
t(spell)
t(lambda: [].apend(1))
def cond():
    if f(0) and True:
        pass
t(cond)
def iters():
    for x in 3:
        pass
t(iters)
def ret():
    x = f(0); return x
t(ret)
class B:
    def __init__(self):
        raise RuntimeError
t(B)
def cl():
    class C:
        x = 1 / 0
t(cl)
def strs():
    return 'a' + 1, 2
t(strs)
def par():
    return (1 + 2) * (3 - 'a')
t(par)
def big():
    return f(1) + f(2) ** f(0)
t(big)
