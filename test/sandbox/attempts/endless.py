# %% a loop
while True:
    pass
# !> BudgetExceeded: The program ran longer than…
# %% a loop that catches everything
while True:
    try:
        while True:
            pass
    except:
        pass
# !> BudgetExceeded: The program ran longer than…
# %% finally continue
while True:
    try:
        pass
    finally:
        continue
# !> BudgetExceeded: The program ran longer than…
# %% finally return
def f():
    while True:
        try:
            return 1
        finally:
            f2 = 1
            continue
f()
# !> BudgetExceeded: The program ran longer than…
# %% catching BaseException
def f():
    try:
        while True:
            pass
    except BaseException:
        f()
    finally:
        f()
f()
# !> BudgetExceeded: The program ran longer than…
# %% catching KeyboardInterrupt
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        continue
    except SystemExit:
        continue
# !> BudgetExceeded: The program ran longer than…
# %% with that swallows
class Swallow:
    def __enter__(self): pass
    def __exit__(self, *a): return True
while True:
    with Swallow():
        while True:
            pass
# !> BudgetExceeded: The program ran longer than…
# %% suppress
import contextlib
while True:
    with contextlib.suppress(BaseException):
        while True:
            pass
# !> BudgetExceeded: The program ran longer than…
# %% an exit stack
import contextlib
with contextlib.ExitStack() as stack:
    stack.callback(lambda: [None for _ in iter(int, 1)])
    while True:
        pass
# !> BudgetExceeded: The program ran longer than…
# %% a generator that goes on when it is closed
def g():
    while True:
        try:
            yield 1
        except BaseException:
            pass
        finally:
            pass
for x in g():
    pass
# !> BudgetExceeded: The program ran longer than…
# %% a generator that catches GeneratorExit
def g():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass
x = g()
next(x)
x.close()
# => 1
# !> RuntimeError: generator ignored GeneratorExit
# %% endless in repr of a shown value
class A:
    def __repr__(self):
        while True: pass
A()
# !> BudgetExceeded: The program ran longer than…
# %% endless in the text of an exception
class E(Exception):
    def __str__(self):
        while True: pass
raise E()
# !> BudgetExceeded: The program ran longer than…
# %% endless in the repr of an argument of an exception
class A:
    def __repr__(self):
        while True: pass
raise ValueError(A(), 2)
# !> BudgetExceeded: The program ran longer than…
# %% endless in the name of an exception's class
class M(type):
    @property
    def __name__(cls):
        while True: pass
class E(Exception, metaclass=M): pass
raise E()
# !> E:
# %% endless in del
class A:
    def __del__(self):
        while True: pass
a = A()
del a
# !> BudgetExceeded: The program ran longer than…
# %% endless in del at the end
class A:
    def __del__(self):
        while True: pass
a = A()
# !> BudgetExceeded: The program ran longer than…
# %% endless in atexit
import atexit
def f():
    while True: pass
atexit.register(f)
# => <function f …
# !> BudgetExceeded: The program ran longer than…
# %% endless in a weak reference
import weakref
class A: pass
def f(r):
    while True: pass
a = A()
r = weakref.ref(a, f)
del a
# !> BudgetExceeded: The program ran longer than…
# %% endless in eq of a key
class A:
    def __hash__(self): return 1
    def __eq__(self, other):
        while True: pass
d = {A(): 1}
d[A()]
# !> BudgetExceeded: The program ran longer than…
# %% endless in hash
class A:
    def __hash__(self):
        while True: pass
{A()}
# !> BudgetExceeded: The program ran longer than…
# %% endless in a sort
class A:
    def __lt__(self, other):
        while True: pass
sorted([A(), A()])
# !> BudgetExceeded: The program ran longer than…
# %% endless in a decorator
def d(f):
    while True: pass
@d
def f(): pass
# !> BudgetExceeded: The program ran longer than…
# %% endless in a default
def f(a=[None for _ in iter(int, 1)]): pass
# !> BudgetExceeded: The program ran longer than…
# %% endless in a comprehension
[0 for _ in iter(int, 1)]
# !> BudgetExceeded: The program ran longer than…
# %% endless in a metaclass
class M(type):
    def __new__(m, *a):
        while True: pass
class A(metaclass=M): pass
# !> BudgetExceeded: The program ran longer than…
# %% endless in iter
class A:
    def __iter__(self): return self
    def __next__(self): return 1
list(A())
# !> BudgetExceeded: The program ran longer than…
# %% endless by getitem
class A:
    def __getitem__(self, i): return i
for x in A():
    pass
# !> BudgetExceeded: The program ran longer than…
# %% an endless generator in sum
def g():
    while True: yield 1
sum(g())
# !> BudgetExceeded: The program ran longer than…
# %% in all
def g():
    while True: yield 1
all(g())
# !> BudgetExceeded: The program ran longer than…
# %% in unpacking
def g():
    while True: yield 1
a, b = g()
# !> ValueError: too many values to unpack (expected 2)
# %% in star arguments
def g():
    while True: yield 1
print(*g())
# !> BudgetExceeded: The program ran longer than…
# %% in a dict update
class A:
    def keys(self): return iter(int, 1)
    def __getitem__(self, k): return k
dict(A())
# !> BudgetExceeded: The program ran longer than…
# %% in membership
def g():
    while True: yield 1
2 in g()
# !> BudgetExceeded: The program ran longer than…
# %% in set operations
def g():
    i = 0
    while True:
        i += 1
        yield i
{1} | set(g())
# !> BudgetExceeded: The program ran longer than…
# %% in reduce
import functools
functools.reduce(lambda a, b: a, iter(int, 1))
# !> BudgetExceeded: The program ran longer than…
# %% in deque with a length
from collections import deque
deque(iter(int, 1), maxlen=3)
# !> BudgetExceeded: The program ran longer than…
# %% in a string
'a'.join('b' for _ in iter(int, 1))
# !> BudgetExceeded: The program ran longer than…
# %% in bytes
bytes(iter(int, 1))
# !> BudgetExceeded: The program ran longer than…
# %% in a step function
import pytensor
def step():
    while True: pass
pytensor.scan(step, n_steps=2)
# !> BudgetExceeded: The program ran longer than…
# %% waiting for an event
import threading
threading.Event().wait()
# !> NotSupportedByScanLens: Event.wait() would wait for another thread: cells run in one thread
# %% a lock that is taken twice
import threading
l = threading.Lock()
l.acquire()
l.acquire()
# => True
# !> NotSupportedByScanLens: Lock.acquire() would wait for another thread: cells run in one thread
# %% a queue that stays empty
import queue
queue.Queue().get()
# !> NotSupportedByScanLens: Queue.get() would wait for another thread: cells run in one thread
# %% a condition
import threading
c = threading.Condition()
with c:
    c.wait()
# !> NotSupportedByScanLens: Condition.wait() would wait for another thread: cells run in one thread
# %% joining oneself
import threading
threading.current_thread().join()
# !> RuntimeError: cannot join current thread
# %% asyncio
import asyncio
async def main():
    while True:
        await asyncio.sleep(0)
asyncio.run(main())
# !> NotSupportedByScanLens: async functions
# %% recursion that is caught
def f():
    try:
        f()
    except RecursionError:
        f()
f()
# !> BudgetExceeded: The program ran longer than…
# %% a recursion of two
def f():
    try:
        f()
    finally:
        f()
f()
# !> BudgetExceeded: The program ran longer than…
# %% raising in finally
while True:
    try:
        try:
            1 / 0
        finally:
            raise ValueError
    except ValueError:
        pass
# !> BudgetExceeded: The program ran longer than…
# %% StopIteration that never comes
class A:
    def __iter__(self): return self
    def __next__(self):
        try:
            raise StopIteration
        except StopIteration:
            return 1
for _ in A():
    pass
# !> BudgetExceeded: The program ran longer than…
# %% goto by exceptions in an except star
while True:
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError:
        pass
# !> BudgetExceeded: The program ran longer than…
# %% catching what stops a run, by name
try:
    while True:
        pass
except (Exception, BaseException, KeyboardInterrupt, SystemExit, GeneratorExit):
    print('caught')
# !> BudgetExceeded: The program ran longer than…
# %% an assertion as a loop
x = [1]
while x:
    assert x.append(1) is None
# !> BudgetExceeded: The program ran longer than…
# %% a signal of one's own
import sys
sys.excepthook = lambda *a: [0 for _ in iter(int, 1)]
1 / 0
# !> ZeroDivisionError: division by zero
# %% a print that prints itself
import sys
class Out:
    def write(self, text): print(text)
    def flush(self): pass
sys.stdout = Out()
print(1)
# !> RecursionError: maximum recursion depth exceeded
# %% an endless stdout
import sys
class Out:
    def write(self, text):
        while True: pass
sys.stdout = Out()
print(1)
# !> BudgetExceeded: The program ran longer than…
# %% match on an endless subject
class A:
    @property
    def x(self):
        while True: pass
match A():
    case A(x=1):
        pass
# !> BudgetExceeded: The program ran longer than…
# %% solve by bisection without end
lo, hi = 0.0, 1.0
while hi != lo + 2:
    hi = hi / 2
# !> BudgetExceeded: The program ran longer than…
# %% Collatz of a very large number
n = 10**4000 + 1
while n != 0:
    n = n * 3 + 1 if n % 2 else n // 2
# !> BudgetExceeded: The program ran longer than…
