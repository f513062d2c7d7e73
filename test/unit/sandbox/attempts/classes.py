# %% the classic chain
print([c for c in ().__class__.__mro__[-1].__subclasses__() if c.__name__ in ('Popen', 'FileLoader', '_wrap_close')])
# %% every class that there is, called
made = 0
for c in object.__subclasses__():
    try:
        c()
        made += 1
    except Exception:
        pass
    except NotSupportedByScanLens:
        pass
print(made > 3)
# %% the globals of a function
def f():
    pass
print(f.__globals__ is globals(), sorted(n for n in f.__globals__ if n.startswith('__')))
# %% the globals of a built-in function
len.__globals__
# %% the globals of a method of a module of ours
import json
json.dumps.__globals__
# %% the code of a function
def f(a):
    return a
f.__code__.co_consts
# %% the code of a built-in function
print.__code__
# %% another code for a function
def f(): return 1
def g(): return 2
f.__code__ = g.__code__
print(f())
# %% the built-in names through a module
import math
math.__builtins__
# %% the built-in names
print(type(__builtins__).__name__ in ('dict', 'module'))
# %% eval of a text
eval('1 + 1')
# %% exec of a text
exec('import os')
# %% compile
compile('1', '<s>', 'eval')
# %% eval found by a walk
f = [v for k, v in vars(__import__('builtins')).items() if k == 'eval']
f[0]('__import__("os").system("id")') if f else print('none')
# %% os.system
import os
os.system('id')
# %% subprocess
import subprocess
subprocess.run(['id'])
# %% sockets
import socket
socket.socket()
# %% the network
import urllib.request
urllib.request.urlopen('http://example.com')
# %% ctypes
import ctypes
ctypes.CDLL(None)
# %% other processes
import multiprocessing
multiprocessing.Process(target=print)
# %% fork
import os
os.fork()
# %% kill
import os
os.kill(1, 9)
# %% signals
import signal
signal.signal(signal.SIGTERM, print)
# %% pickle
import pickle
pickle.loads(b"cos\nsystem\n(S'id'\ntR.")
# %% pickle by another name
import _pickle
# %% shelve
import shelve
shelve.open('x')
# %% numpy with pickles
import numpy as np
np.load('objects.npy', allow_pickle=True)
# %% numpy without pickles
import numpy as np
np.load('objects.npy')
# %% the class of a class of a class
print(type(type(type(1))) is type, type.__class__.__class__ is type)
# %% a class made by hand
T = type('T', (int,), {'__repr__': lambda self: 'T!'})
print(T(3) + 1, T(3))
# %% another class for an instance
class A: pass
class B: x = 1
a = A()
a.__class__ = B
print(a.x)
# %% another class for a number
x = 1
x.__class__ = str
# %% other bases for a built-in type
int.__bases__ = (object,)
# %% a method set on a built-in type
list.append = lambda self, x: None
# %% a method set on object
object.__eq__ = lambda a, b: True
# %% an attribute set on type
setattr(type, '__call__', 1)
# %% a method deleted from a built-in type
del str.upper
# %% the namespace of a built-in type
int.__dict__['__add__'] = None
# %% type.__setattr__ called by hand
type.__setattr__(int, 'real', 1)
# %% object.__setattr__ on a type
object.__setattr__(int, 'x', 1)
# %% object.__getattribute__ of internals
object.__getattribute__([], 'items')
# %% object.__reduce_ex__
print(type(object.__reduce_ex__).__name__)
object().__reduce_ex__(2)[0](object, object, None)
# %% the frames
import sys
sys._getframe(0).f_back
# %% the frames of a traceback
try:
    1 / 0
except Exception as e:
    t = e.__traceback__
print(t.tb_frame.f_globals is globals())
# %% the frame of a generator
g = (i for i in [1])
g.gi_frame.f_globals
# %% a method's function on a wrong self
list.append({}, 1)
# %% a method of str on a number
str.upper(5)
# %% a descriptor taken from its type
int.__dict__['real'].__get__('a')
# %% an array's method on something else
import numpy as np
np.ndarray.sum([1, 2])
# %% a method of a variable on something else
import pytensor.tensor as pt
type(pt.dscalar()).eval(5)
# %% an object without init
import numpy as np
a = np.ndarray.__new__(np.ndarray)
print(a)
# %% a tensor variable without init
import pytensor.tensor as pt
T = type(pt.dscalar())
x = T.__new__(T)
print(x)
# %% a shared variable without init
import pytensor
T = type(pytensor.shared(1.0))
T.__new__(T).get_value()
# %% object.__new__ of built-in types
object.__new__(int)
# %% int.__new__ of another type
int.__new__(str, 5)
# %% an iterator without init
class I(type(iter([]))): pass
# %% a subclass of a function
class F(type(lambda: 0)): pass
# %% a generator made by hand
type((i for i in []))()
# %% a metaclass that lies about itself
class M(type):
    def __instancecheck__(cls, x): return True
    def __subclasscheck__(cls, x): return True
    def mro(cls): return [cls, object]
class A(metaclass=M): pass
print(isinstance(5, A), issubclass(int, A), A() + 1 if hasattr(A, '__add__') else 'no')
# %% a metaclass that gives a mad order
class M(type):
    def mro(cls): return [int, str]
class A(metaclass=M): pass
print(A)
# %% __class_getitem__, __init_subclass__ and __set_name__ that raise
class D:
    def __set_name__(self, owner, name): raise KeyError(name)
class A:
    d = D()
# %% a class that inherits from itself
class A: pass
A.__bases__ = (A,)
# %% __getattr__ on the module of NumPy
import numpy as np
np.__dict__['array'] = None
print(np.array)
# %% a module's attribute that is replaced
import math
math.sqrt = lambda x: 'mine'
print(math.sqrt(4))
# %% the loader of a module
import math
math.__loader__.load_module('os')
# %% importlib
import importlib
importlib.import_module('subprocess').Popen
# %% sys.modules with a value of ours
import sys
sys.modules['evil'] = {'a': 1}
import evil
print(evil)
# %% super with wrong arguments
super(int, 'a').upper()
# %% inspect
import inspect
inspect.getsource(len)
# %% sys.settrace
import sys
sys.settrace(lambda *a: None)
# %% code.interact
import code
code.interact()
# %% ast to code
import ast
ast.literal_eval('__import__("os").system("id")')
# %% weak references to internals
import weakref
weakref.ref(5)
# %% breakpoint
breakpoint()
# %% input
input('password: ')
# %% exit does not end the evaluator
exit(3)
# %% os._exit
import os
os._exit(3)
# %% os.abort
import os
os.abort()
# %% faulthandler
import faulthandler
faulthandler._sigsegv()
# %% writing a file
open('new.txt', 'w').write('x')
# %% appending to a file
open('data.csv', 'a')
# %% os.remove
import os
os.remove('data.csv')
# %% shutil
import shutil
shutil.rmtree('.')
# %% np.save
import numpy as np
np.save('x.npy', [1])
# %% threads that never end
import threading
t = threading.Thread(target=lambda: [0 for _ in iter(int, 1)])
t.start()
# %% a theano op of one's own that runs code
from theano import gof
class Evil(gof.Op):
    def c_code(self, *args): return 'system("id");'
Evil()
# %% inline C
from scipy import weave
