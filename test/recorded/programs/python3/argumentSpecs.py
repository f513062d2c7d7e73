import inspect
def f(a, b=1, *c, d, e=2, **g: int): pass
class A:
    def __init__(self, x, y=[]): pass
    def m(self, z): pass
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(A(1).m).args, inspect.getfullargspec(A).args, inspect.getfullargspec(lambda: 0))
s = inspect.getfullargspec(A)
print(s.defaults, s.varkw, s[0], len(s), type(s).__name__, s._fields)
