import inspect
def f(a, b=1, *c, **g): print a
class A:
    def __init__(self, x, y=None): pass
    def m(self, z): pass
print inspect.getargspec(f)
print inspect.getargspec(A(1).m).args, inspect.getargspec(A.__init__), inspect.getargspec(lambda: 0).defaults
try: inspect.getargspec(len)
except TypeError, e: print e
