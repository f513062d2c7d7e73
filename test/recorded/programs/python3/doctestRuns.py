"""Module doc.

>>> 1 + 1
2
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""
import doctest
def fact(n):
    """Return n!

    >>> fact(5)
    120
    >>> [fact(n) for n in range(6)]
    [1, 1, 2, 6, 24, 120]
    >>> fact(-1)
    Traceback (most recent call last):
        ...
    ValueError: n must be >= 0
    >>> fact(30)    # doctest: +ELLIPSIS
    2652528...00000
    >>> for i in range(3):
    ...     print(i)
    0
    1
    2
    >>> x = 5
    >>> x
    5
    """
    if n < 0: raise ValueError("n must be >= 0")
    r = 1
    for i in range(2, n + 1): r *= i
    return r
class A:
    """
    >>> A().f(2)
    4
    """
    def f(self, x):
        """
        >>> A().f(3)
        7
        >>> A().f('a')
        5
        >>> A().g()
        """
        return x * 2
    @staticmethod
    def s():
        """>>> A.s()
        1"""
        return 1
    @property
    def p(self):
        """
        >>> A().p  # doctest: +SKIP
        5
        >>> {1, 2} # doctest: +NORMALIZE_WHITESPACE
        {1,   2}
        """
def nodoc(): pass
import re
def strip(s): return re.sub(r'File "[^"]*dt.py"', 'File "dt.py"', s)
import io, contextlib
for kw in ({}, {'verbose': True}, {'report': False}, {'optionflags': doctest.ELLIPSIS|doctest.FAIL_FAST}, {'name': 'zz'}):
    b = io.StringIO()
    with contextlib.redirect_stdout(b):
        r = doctest.testmod(**kw)
    s = strip(b.getvalue())
    s = '\n'.join(l for l in s.split('\n') if 'Traceback' not in l and 'File' not in l or 'dt.py' in l and 'in <module>' not in l)
    print(r, r.failed, r.attempted); 
    if 1: print(re.sub(r'(?s)Exception raised.*?(\w+Error)', r'EXC \1', s))
b = io.StringIO()
with contextlib.redirect_stdout(b):
    doctest.run_docstring_examples(fact, globals(), name='fact', verbose=True)
print(b.getvalue().count('ok'))
p = doctest.DocTestParser()
for bad in (">>>x", "  >>> x\n y", ">>> 1 # doctest: +FOO"):
    try: print(p.get_examples(bad))
    except ValueError as e: print(e)
e = p.get_examples(A.__doc__)[0]; print(e.source, e.want, e.lineno, e.indent, e.options, e.exc_msg)
t = p.get_doctest(fact.__doc__, {}, 'fact', 'f.py', 3); print(t)
r = doctest.DocTestRunner(verbose=False)
with contextlib.redirect_stdout(io.StringIO()):
    print(r.run(t), r.failures, r.tries)

