# %% a key named like the prototype
d = {}
d['__proto__'] = {'polluted': 1}
print(d, {}.get('polluted'), hasattr({}, 'polluted'))
# %% a missing key named like the prototype
{}['__proto__']
# %% a missing key named like a method of objects
{}['constructor']
# %% membership of names that every object of JavaScript has
print([n in {} for n in ('toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'constructor')])
# %% get and setdefault with such names
d = {}
print(d.get('toString'), d.setdefault('valueOf', 3), d)
# %% pop and del
d = {'__proto__': 1}
del d['__proto__']
d.pop('hasOwnProperty')
# %% a set of them
print(sorted({'__proto__', 'constructor'} - {'constructor'}), 'toString' in set())
# %% the prototype of a number
(1).__proto__
# %% the constructor of a text
'a'.constructor
# %% the constructor of a function
def f():
    pass
f.constructor
# %% of a list, by getattr
getattr([], 'constructor')
# %% of a tuple, with a default
print([getattr((), n, 'no') for n in ('constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'items')])
# %% of modules
import math
print([getattr(math, n, 'no') for n in ('constructor', '__proto__', 'hasOwnProperty', 'toString', 'namespace')])
# %% of the built-in names
import builtins
print([hasattr(builtins, n) for n in ('constructor', '__proto__', 'globalThis', 'process', 'require', 'Function', 'window', 'self')])
# %% names that only JavaScript knows
globalThis
# %% process
process.exit(1)
# %% require
require('child_process')
# %% an attribute called __proto__ is an attribute
class A:
    pass
a = A()
a.__proto__ = {'x': 1}
a.constructor = 5
print(vars(a), A().__dict__, hasattr(A(), 'x'))
# %% a class attribute called __proto__
class A:
    __proto__ = list
    toString = 3
print(A().__proto__, A.toString, hasattr(A(), 'append'))
# %% slots with such names
class A:
    __slots__ = ('__proto__', 'constructor')
a = A()
a.constructor = 1
print(a.constructor, hasattr(a, '__proto__'))
# %% keyword arguments with such names
def f(**kwargs):
    return kwargs
print(f(__proto__=1, constructor=2, hasOwnProperty=3), f().get('toString'))
# %% unpacked keyword arguments with such names
def f(a=1):
    return a
f(**{'__proto__': {'a': 9}})
# %% globals of such names
globals()['__proto__'] = {'hidden': 1}
constructor = 2
print(__proto__, constructor, 'hidden' in globals())
# %% locals of such names
def f():
    toString = 1
    __proto__ = 2
    return locals()
print(f())
# %% a namedtuple with such fields
from collections import namedtuple
P = namedtuple('P', 'constructor toString hasOwnProperty')
print(P(1, 2, 3), P(1, 2, 3)._asdict())
# %% a namedtuple with a field that begins with an underscore
from collections import namedtuple
namedtuple('P', '__proto__ x')
# %% a dataclass with such fields
from dataclasses import dataclass, asdict
@dataclass
class P:
    constructor: int = 1
    __proto__: int = 2
print(P(), asdict(P()))
# %% an enum with such members
from enum import Enum
E = Enum('E', 'constructor toString hasOwnProperty')
print(list(E), E['constructor'])
# %% an unknown member of an enum
from enum import Enum
E = Enum('E', 'a b')
E['constructor']
# %% json with such keys
import json
x = json.loads('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"y": 1}}}')
print(x, hasattr({}, 'polluted'), {}.get('y'), json.dumps(x))
# %% a format specification named like a method
print([str(Exception(n)) for n in ('toString',)], '%(__proto__)s' % {'__proto__': 7})
# %% a missing key in a percent format
'%(constructor)s' % {}
# %% a structured dtype with such fields
import numpy as np
a = np.zeros(2, dtype=[('constructor', 'i4'), ('__proto__', 'f8')])
print(a['__proto__'], a.dtype.names)
# %% a field that is not there
import numpy as np
np.zeros(2, dtype=[('a', 'i4')])['constructor']
# %% names of dtypes
import numpy as np
np.dtype('constructor')
# %% a mode of padding
import numpy as np
np.pad([1, 2], 1, mode='constructor')
# %% an order, a casting rule
import numpy as np
np.zeros(3).astype('i4', casting='toString')
# %% an encoding
'a'.encode('constructor')
# %% what to do with errors of an encoding
'\xe9'.encode('ascii', '__proto__')
# %% a directive of a time
import datetime
print(datetime.datetime(2020, 1, 2).strftime('%Q%'))
# %% flags of Theano
import theano
theano.config.constructor
# %% a flag of PyTensor that is set
import pytensor
pytensor.config.__proto__ = 'x'
print(hasattr(pytensor.config, 'constructor'))
# %% a name of a tensor library
import pytensor.tensor as pt
pt.constructor
# %% a method of a tensor variable
import pytensor.tensor as pt
pt.dvector('x').constructor
# %% a mode of a function
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
pytensor.function([x], x, mode='__proto__')
# %% a distribution
import numpy as np
np.random.constructor
# %% names of variables
import pytensor, pytensor.tensor as pt
x = pt.dscalar('__proto__')
f = pytensor.function([x], x * 2)
print(f(__proto__=4))
# %% a shared variable named like the prototype
import pytensor
__proto__ = pytensor.shared(1, name='__proto__')
constructor = pytensor.shared(2, name='constructor')
f = pytensor.function([], __proto__ + constructor, updates={__proto__: __proto__ + 1, constructor: __proto__})
print(f(), f())
# %% outputs by names of that kind
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
f = pytensor.function([x], {'__proto__': x, 'constructor': x + 1})
print(sorted(f(2).items()))
# %% groups of a pattern
import re
print(re.match('(?P<constructor>a)(?P<__proto__>b)', 'ab').groupdict())
# %% a group that is not there
import re
re.match('a', 'a').group('toString')
# %% a section of a configuration
import configparser
c = configparser.ConfigParser()
c.read_string('[__proto__]\nconstructor = 1\n[constructor]\na = b\n')
print(c.sections(), dict(c['__proto__']), c.has_section('toString'))
# %% arguments of a command line
import argparse
p = argparse.ArgumentParser()
p.add_argument('--constructor', default=1)
p.add_argument('--__proto__', default=2)
print(vars(p.parse_args(['--__proto__', '5'])))
# %% a template
import string
print(string.Template('$constructor ${__proto__}').safe_substitute({}), string.Template('$a').substitute(a=1))
# %% environment variables
import os
print(os.environ.get('constructor'), os.environ.get('__proto__'), 'PATH' in os.environ, len(os.environ) < 5)
# %% the modules that were imported
import sys
print([n in sys.modules for n in ('constructor', '__proto__', 'process', 'fs', 'child_process')])
# %% importing what JavaScript has
import child_process
# %% importing by a name with a path
__import__('node:fs')
# %% importing the prototype
import __proto__
# %% a counter and a default dict
from collections import Counter, defaultdict
c = Counter(['__proto__', 'constructor', '__proto__'])
d = defaultdict(list)
d['__proto__'].append(1)
print(c, d, d['toString'])
# %% a name that is counted from the prototype of an array
[].push(1)
# %% the length of a function
(lambda: 0).length
# %% a thenable
class T:
    def then(self, resolve, reject):
        print('called')
t = T()
t
print(t.then is not None)
# %% toJSON, valueOf and toString of an instance
class T:
    def toJSON(self): print('called')
    def valueOf(self): print('called')
    def toString(self): print('called')
    def __repr__(self): return 'T'
t = T()
print(t, [t], f'{t}', {'a': t})
