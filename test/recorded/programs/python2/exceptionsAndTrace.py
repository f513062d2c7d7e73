"""Exceptions in Python 2: old raise forms, messages, finally, traceback.format_exc, with statement."""
from __future__ import with_statement
import sys, traceback
class MyError(StandardError):
    def __init__(self, code): self.code = code
    def __str__(self): return 'code %d' % self.code
def run(f):
    try: print 'result', f()
    except (ZeroDivisionError, KeyError), e: print e.__class__.__name__, '|', e, '|', e.args, '|', repr(e.message)
    except MyError, e: print 'mine', e, e.code, repr(e)
    except Exception, e: print type(e), e
    else: print 'fine'
    finally: print '--'
def r(): raise MyError(5)
class Old: pass
def oldstyle(): raise Old
for f in (lambda: 1 / 0, lambda: {}['k'], r, lambda: [][1], lambda: int('x'), lambda: None.x, lambda: undefined, lambda: 'a' + 1, lambda: 1 + 'a', lambda: len(3), lambda: f(1), lambda: float('q'), lambda: [1, 2].index(3), lambda: 'x'.foo, lambda: 5(), lambda: 5[0], lambda: {}.foo, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 'ab'.index('c'), lambda: iter(3), lambda: sum(['a']), lambda: chr(300), lambda: unichr(-1), lambda: max([]), lambda: [] + (), lambda: 'abc'[1.0], lambda: '%d' % 'x', lambda: '%s %s' % 1, lambda: 42): run(f)
try: oldstyle()
except Old, o: print isinstance(o, Old)
try:
    try: raise ValueError, 'first'
    except ValueError: raise TypeError('second')
except TypeError, e: print e, sys.exc_info()[0].__name__
try: raise KeyError('a'), None, None
except KeyError: print traceback.format_exc().splitlines()[-1], sys.exc_info()[1]
class Ctx:
    def __enter__(self): print 'enter'; return 5
    def __exit__(self, *a): print 'exit', a[0] and a[0].__name__; return True
with Ctx() as v: print v; raise IndexError('swallowed')
try: exec 'x ='
except SyntaxError, e: print 'SyntaxError', e.msg
print traceback.format_exception_only(ValueError, ValueError('x')), issubclass(KeyError, LookupError), StandardError.__mro__[1].__name__
