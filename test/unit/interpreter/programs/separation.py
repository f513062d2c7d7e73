Names of JavaScript mean nothing in Python (Python 3).

# %% as attributes and names
class A: pass
a = A()
for name in ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'length']:
    print(hasattr(a, name), hasattr(1, name), hasattr('x', name), hasattr([], name), hasattr(len, name), hasattr(A, name))
# => False False False False False False
# => False False False False False False
# => False False False False False False
# => False False False False False False
# => False False False False False False
# => False False False False False False
a.__proto__, a.constructor = 1, 2
print(a.__dict__, getattr(a, '__proto__'))  # => {'__proto__': 1, 'constructor': 2} 1
try: toString
except NameError as e: print(e)  # => name 'toString' is not defined
__proto__ = 5
print(__proto__, '__proto__' in globals())  # => 5 True

# %% as keys and keyword arguments
def f(**k): return k
d = {'__proto__': 1, 'constructor': 2}
print(d, 'toString' in d, f(constructor=1), {**d}['__proto__'], sorted(dict(__proto__=3)))  # => {'__proto__': 1, 'constructor': 2} False {'constructor': 1} 1 ['__proto__']
print('{constructor}'.format(constructor=1), '%(toString)s' % {'toString': 2})  # => 1 2
try: f.prototype
except AttributeError as e: print(e)  # => 'function' object has no attribute 'prototype'

# %% as modules and imported names
import math
try: math.constructor
except AttributeError as e: print(e)  # => module 'math' has no attribute 'constructor'
try: from math import toString
except ImportError as e: print(str(e)[:41])  # => cannot import name 'toString' from 'math'
try: import constructor
except ImportError as e: print(str(e)[:29])  # => No module named 'constructor'
