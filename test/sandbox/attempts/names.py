# %% a key named like the prototype
d = {}
d['__proto__'] = {'polluted': 1}
print(d, {}.get('polluted'), hasattr({}, 'polluted'))
# => {'__proto__': {'polluted': 1}} None False
# %% a missing key named like the prototype
{}['__proto__']
# !> KeyError: '__proto__'
# %% a missing key named like a method of objects
{}['constructor']
# !> KeyError: 'constructor'
# %% membership of names that every object of JavaScript has
print([n in {} for n in ('toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'constructor')])
# => [False, False, False, False, False]
# %% get and setdefault with such names
d = {}
print(d.get('toString'), d.setdefault('valueOf', 3), d)
# => None 3 {'valueOf': 3}
# %% pop and del
d = {'__proto__': 1}
del d['__proto__']
d.pop('hasOwnProperty')
# !> KeyError: 'hasOwnProperty'
# %% a set of them
print(sorted({'__proto__', 'constructor'} - {'constructor'}), 'toString' in set())
# => ['__proto__'] False
# %% the prototype of a number
(1).__proto__
# !> AttributeError: 'int' object has no attribute '__proto__'
# %% the constructor of a text
'a'.constructor
# !> AttributeError: 'str' object has no attribute 'constructor'
# %% the constructor of a function
def f():
    pass
f.constructor
# !> AttributeError: 'function' object has no attribute 'constructor'
# %% of a list, by getattr
getattr([], 'constructor')
# !> AttributeError: 'list' object has no attribute 'constructor'
# %% of a tuple, with a default
print([getattr((), n, 'no') for n in ('constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'items')])
# => ['no', 'no', 'no', 'no', 'no', 'no']
# %% of modules
import math
print([getattr(math, n, 'no') for n in ('constructor', '__proto__', 'hasOwnProperty', 'toString', 'namespace')])
# => ['no', 'no', 'no', 'no', 'no']
# %% of the built-in names
import builtins
print([hasattr(builtins, n) for n in ('constructor', '__proto__', 'globalThis', 'process', 'require', 'Function', 'window', 'self')])
# => [False, False, False, False, False, False, False, False]
# %% names that only JavaScript knows
globalThis
# !> NameError: name 'globalThis' is not defined
# %% process
process.exit(1)
# !> NameError: name 'process' is not defined
# %% require
require('child_process')
# !> NameError: name 'require' is not defined
# %% an attribute called __proto__ is an attribute
class A:
    pass
a = A()
a.__proto__ = {'x': 1}
a.constructor = 5
print(vars(a), A().__dict__, hasattr(A(), 'x'))
# => {'__proto__': {'x': 1}, 'constructor': 5} {} False
# %% a class attribute called __proto__
class A:
    __proto__ = list
    toString = 3
print(A().__proto__, A.toString, hasattr(A(), 'append'))
# => <class 'list'> 3 False
# %% slots with such names
class A:
    __slots__ = ('__proto__', 'constructor')
a = A()
a.constructor = 1
print(a.constructor, hasattr(a, '__proto__'))
# => 1 False
# %% keyword arguments with such names
def f(**kwargs):
    return kwargs
print(f(__proto__=1, constructor=2, hasOwnProperty=3), f().get('toString'))
# => {'__proto__': 1, 'constructor': 2, 'hasOwnProperty': 3} None
# %% unpacked keyword arguments with such names
def f(a=1):
    return a
f(**{'__proto__': {'a': 9}})
# !> TypeError: f() got an unexpected keyword argument '__proto__'
# %% globals of such names
globals()['__proto__'] = {'hidden': 1}
constructor = 2
print(__proto__, constructor, 'hidden' in globals())
# => {'hidden': 1} 2 False
# %% locals of such names
def f():
    toString = 1
    __proto__ = 2
    return locals()
print(f())
# => {'toString': 1, '__proto__': 2}
# %% a namedtuple with such fields
from collections import namedtuple
P = namedtuple('P', 'constructor toString hasOwnProperty')
print(P(1, 2, 3), P(1, 2, 3)._asdict())
# => P(constructor=1, toString=2, hasOwnProperty=3) {'constructor': 1, 'toString': 2, 'hasOwnProperty': 3}
# %% a namedtuple with a field that begins with an underscore
from collections import namedtuple
namedtuple('P', '__proto__ x')
# !> ValueError: Field names cannot start with an underscore: '__proto__'
# %% a dataclass with such fields
from dataclasses import dataclass, asdict
@dataclass
class P:
    constructor: int = 1
    __proto__: int = 2
print(P(), asdict(P()))
# => P(constructor=1, __proto__=2) {'constructor': 1, '__proto__': 2}
# %% an enum with such members
from enum import Enum
E = Enum('E', 'constructor toString hasOwnProperty')
print(list(E), E['constructor'])
# => [<E.constructor: 1>, <E.toString: 2>, <E.hasOwnProperty: 3>] E.constructor
# %% an unknown member of an enum
from enum import Enum
E = Enum('E', 'a b')
E['constructor']
# !> KeyError: 'constructor'
# %% json with such keys
import json
x = json.loads('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"y": 1}}}')
print(x, hasattr({}, 'polluted'), {}.get('y'), json.dumps(x))
# => {'__proto__': {'polluted': True}, 'constructor': {'prototype': {'y': 1}}} False None {"…
# %% a format specification named like a method
print([str(Exception(n)) for n in ('toString',)], '%(__proto__)s' % {'__proto__': 7})
# => ['toString'] 7
# %% a missing key in a percent format
'%(constructor)s' % {}
# !> KeyError: 'constructor'
# %% a structured dtype with such fields
import numpy as np
a = np.zeros(2, dtype=[('constructor', 'i4'), ('__proto__', 'f8')])
print(a['__proto__'], a.dtype.names)
# => [0. 0.] ('constructor', '__proto__')
# %% a field that is not there
import numpy as np
np.zeros(2, dtype=[('a', 'i4')])['constructor']
# !> ValueError: no field of name constructor
# %% names of dtypes
import numpy as np
np.dtype('constructor')
# !> TypeError: data type 'constructor' not understood
# %% a mode of padding
import numpy as np
np.pad([1, 2], 1, mode='constructor')
# !> ValueError: mode 'constructor' is not supported
# %% an order, a casting rule
import numpy as np
np.zeros(3).astype('i4', casting='toString')
# !> ValueError: casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'
# %% an encoding
'a'.encode('constructor')
# !> LookupError: unknown encoding: constructor
# %% what to do with errors of an encoding
'\xe9'.encode('ascii', '__proto__')
# !> LookupError: unknown error handler name '__proto__'
# %% a directive of a time
import datetime
print(datetime.datetime(2020, 1, 2).strftime('%Q%'))
# => %Q%
# %% flags of Theano
import theano
theano.config.constructor
# !> AttributeError: 'TheanoConfigParser' object has no attribute 'constructor'
# %% a flag of PyTensor that is set
import pytensor
pytensor.config.__proto__ = 'x'
print(hasattr(pytensor.config, 'constructor'))
# => False
# %% a name of a tensor library
import pytensor.tensor as pt
pt.constructor
# !> AttributeError: module 'pytensor.tensor' has no attribute 'constructor'
# %% a method of a tensor variable
import pytensor.tensor as pt
pt.dvector('x').constructor
# !> AttributeError: 'TensorVariable' object has no attribute 'constructor'
# %% a mode of a function
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
pytensor.function([x], x, mode='__proto__')
# !> ValueError: No predefined mode exist for string: __proto__
# %% a distribution
import numpy as np
np.random.constructor
# !> AttributeError: module 'numpy.random' has no attribute 'constructor'
# %% names of variables
import pytensor, pytensor.tensor as pt
x = pt.dscalar('__proto__')
f = pytensor.function([x], x * 2)
print(f(__proto__=4))
# => 8.0
# %% a shared variable named like the prototype
import pytensor
__proto__ = pytensor.shared(1, name='__proto__')
constructor = pytensor.shared(2, name='constructor')
f = pytensor.function([], __proto__ + constructor, updates={__proto__: __proto__ + 1, constructor: __proto__})
print(f(), f())
# => 3 3
# %% outputs by names of that kind
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
f = pytensor.function([x], {'__proto__': x, 'constructor': x + 1})
print(sorted(f(2).items()))
# !> TypeError: Outputs must be pytensor Variable or Out instances. Received {'__proto__': x…
# %% groups of a pattern
import re
print(re.match('(?P<constructor>a)(?P<__proto__>b)', 'ab').groupdict())
# => {'constructor': 'a', '__proto__': 'b'}
# %% a group that is not there
import re
re.match('a', 'a').group('toString')
# !> IndexError: no such group
# %% a section of a configuration
import configparser
c = configparser.ConfigParser()
c.read_string('[__proto__]\nconstructor = 1\n[constructor]\na = b\n')
print(c.sections(), dict(c['__proto__']), c.has_section('toString'))
# => ['__proto__', 'constructor'] {'constructor': '1'} False
# %% arguments of a command line
import argparse
p = argparse.ArgumentParser()
p.add_argument('--constructor', default=1)
p.add_argument('--__proto__', default=2)
print(vars(p.parse_args(['--__proto__', '5'])))
# => _StoreAction(option_strings=['--constructor'], dest='constructor', nargs=None, const=No…
# => _StoreAction(option_strings=['--__proto__'], dest='__proto__', nargs=None, const=None,…
# => {'constructor': 1, '__proto__': '5'}
# %% a template
import string
print(string.Template('$constructor ${__proto__}').safe_substitute({}), string.Template('$a').substitute(a=1))
# => $constructor ${__proto__} 1
# %% environment variables
import os
print(os.environ.get('constructor'), os.environ.get('__proto__'), 'PATH' in os.environ, len(os.environ) < 5)
# => None None False True
# %% the modules that were imported
import sys
print([n in sys.modules for n in ('constructor', '__proto__', 'process', 'fs', 'child_process')])
# => [False, False, False, False, False]
# %% importing what JavaScript has
import child_process
# !> ModuleNotFoundError: No module named 'child_process'…
# %% importing by a name with a path
__import__('node:fs')
# !> ModuleNotFoundError: No module named 'node:fs'…
# %% importing the prototype
import __proto__
# !> ModuleNotFoundError: No module named '__proto__'…
# %% a counter and a default dict
from collections import Counter, defaultdict
c = Counter(['__proto__', 'constructor', '__proto__'])
d = defaultdict(list)
d['__proto__'].append(1)
print(c, d, d['toString'])
# => Counter({'__proto__': 2, 'constructor': 1}) defaultdict(<class 'list'>, {'__proto__': […
# %% a name that is counted from the prototype of an array
[].push(1)
# !> AttributeError: 'list' object has no attribute 'push'
# %% the length of a function
(lambda: 0).length
# !> AttributeError: 'function' object has no attribute 'length'
# %% a thenable
class T:
    def then(self, resolve, reject):
        print('called')
t = T()
t
print(t.then is not None)
# => <__main__.T object …
# => True
# %% toJSON, valueOf and toString of an instance
class T:
    def toJSON(self): print('called')
    def valueOf(self): print('called')
    def toString(self): print('called')
    def __repr__(self): return 'T'
t = T()
print(t, [t], f'{t}', {'a': t})
# => T [T] T {'a': T}
