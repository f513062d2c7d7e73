# %% the classic chain
print([c for c in ().__class__.__mro__[-1].__subclasses__() if c.__name__ in ('Popen', 'FileLoader', '_wrap_close')])
# => []
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
# => True
# %% the globals of a function
def f():
    pass
print(f.__globals__ is globals(), sorted(n for n in f.__globals__ if n.startswith('__')))
# => True ['__doc__', '__file__', '__name__']
# %% the globals of a built-in function
len.__globals__
# !> AttributeError: 'builtin_function_or_method' object has no attribute '__globals__'
# %% the globals of a method of a module of ours
import json
json.dumps.__globals__
# !> AttributeError: 'builtin_function_or_method' object has no attribute '__globals__'
# %% the code of a function
def f(a):
    return a
f.__code__.co_consts
# !> AttributeError: 'code' object has no attribute 'co_consts'
# %% the code of a built-in function
print.__code__
# !> AttributeError: 'builtin_function_or_method' object has no attribute '__code__'
# %% another code for a function
def f(): return 1
def g(): return 2
f.__code__ = g.__code__
print(f())
# !> AttributeError: 'function' object attribute '__code__' is read-only
# %% the built-in names through a module
import math
math.__builtins__
# !> AttributeError: module 'math' has no attribute '__builtins__'
# %% the built-in names
print(type(__builtins__).__name__ in ('dict', 'module'))
# !> NameError: name '__builtins__' is not defined
# %% eval of a text
eval('1 + 1')
# !> NotSupportedByScanLens: eval() is not supported yet
# %% exec of a text
exec('import os')
# !> NotSupportedByScanLens: exec() is not supported yet
# %% compile
compile('1', '<s>', 'eval')
# !> NotSupportedByScanLens: compile() is not supported yet
# %% eval found by a walk
f = [v for k, v in vars(__import__('builtins')).items() if k == 'eval']
f[0]('__import__("os").system("id")') if f else print('none')
# !> NotSupportedByScanLens: eval() is not supported yet
# %% os.system
import os
os.system('id')
# !> NotSupportedByScanLens: os.system is not supported yet
# %% subprocess
import subprocess
subprocess.run(['id'])
# !> NotSupportedByScanLens: subprocess.run is refused: cells start no other programs
# %% sockets
import socket
socket.socket()
# !> NotSupportedByScanLens: socket.socket is refused: cells have no access to the network
# %% the network
import urllib.request
urllib.request.urlopen('http://example.com')
# !> NotSupportedByScanLens: urllib.request is refused: cells have no access to the network
# %% ctypes
import ctypes
ctypes.CDLL(None)
# !> NotSupportedByScanLens: ctypes.CDLL is refused: cells have no access to native code
# %% other processes
import multiprocessing
multiprocessing.Process(target=print)
# !> NotSupportedByScanLens: multiprocessing.Process is refused: cells run in one process
# %% fork
import os
os.fork()
# !> NotSupportedByScanLens: os.fork is not supported yet
# %% kill
import os
os.kill(1, 9)
# !> NotSupportedByScanLens: os.kill is not supported yet
# %% signals
import signal
signal.signal(signal.SIGTERM, print)
# !> NotSupportedByScanLens: signal.signal is refused: cells receive no signals
# %% pickle
import pickle
pickle.loads(b"cos\nsystem\n(S'id'\ntR.")
# !> NotSupportedByScanLens: pickle.loads is refused: a pickle may run any code
# %% pickle by another name
import _pickle
# !> ModuleNotFoundError: No module named '_pickle'…
# %% shelve
import shelve
shelve.open('x')
# !> NotSupportedByScanLens: shelve.open is refused: cells write no files
# %% numpy with pickles
import numpy as np
np.load('objects.npy', allow_pickle=True)
# !> NotSupportedByScanLens: pickled arrays
# %% numpy without pickles
import numpy as np
np.load('objects.npy')
# !> ValueError: Object arrays cannot be loaded when allow_pickle=False
# %% the class of a class of a class
print(type(type(type(1))) is type, type.__class__.__class__ is type)
# => True True
# %% a class made by hand
T = type('T', (int,), {'__repr__': lambda self: 'T!'})
print(T(3) + 1, T(3))
# => 4 T!
# %% another class for an instance
class A: pass
class B: x = 1
a = A()
a.__class__ = B
print(a.x)
# => 1
# %% another class for a number
x = 1
x.__class__ = str
# !> TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
# %% other bases for a built-in type
int.__bases__ = (object,)
# !> TypeError: cannot set '__bases__' attribute of immutable type 'int'
# %% a method set on a built-in type
list.append = lambda self, x: None
# !> TypeError: cannot set 'append' attribute of immutable type 'list'
# %% a method set on object
object.__eq__ = lambda a, b: True
# !> TypeError: cannot set '__eq__' attribute of immutable type 'object'
# %% an attribute set on type
setattr(type, '__call__', 1)
# !> TypeError: cannot set '__call__' attribute of immutable type 'type'
# %% a method deleted from a built-in type
del str.upper
# !> TypeError: cannot set 'upper' attribute of immutable type 'str'
# %% the namespace of a built-in type
int.__dict__['__add__'] = None
# !> TypeError: 'mappingproxy' object does not support item assignment
# %% type.__setattr__ called by hand
type.__setattr__(int, 'real', 1)
# !> TypeError: cannot set 'real' attribute of immutable type 'int'
# %% object.__setattr__ on a type
object.__setattr__(int, 'x', 1)
# !> TypeError: can't apply this __setattr__ to type object
# %% object.__getattribute__ of internals
object.__getattribute__([], 'items')
# !> AttributeError: 'list' object has no attribute 'items'
# %% object.__reduce_ex__
print(type(object.__reduce_ex__).__name__)
object().__reduce_ex__(2)[0](object, object, None)
# => method_descriptor
# !> TypeError: cannot pickle 'object' object
# %% the frames
import sys
sys._getframe(0).f_back
# %% the frames of a traceback
try:
    1 / 0
except Exception as e:
    t = e.__traceback__
print(t.tb_frame.f_globals is globals())
# !> NotSupportedByScanLens: frame.f_globals of a traceback
# %% the frame of a generator
g = (i for i in [1])
g.gi_frame.f_globals
# !> NotSupportedByScanLens: generator.gi_frame is not supported yet
# %% a method's function on a wrong self
list.append({}, 1)
# !> TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'dict' object
# %% a method of str on a number
str.upper(5)
# !> TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# %% a descriptor taken from its type
int.__dict__['real'].__get__('a')
# !> AttributeError: 'getset_descriptor' object has no attribute '__get__'
# %% an array's method on something else
import numpy as np
np.ndarray.sum([1, 2])
# !> TypeError: descriptor 'sum' for 'numpy.ndarray' objects doesn't apply to a 'list' object
# %% a method of a variable on something else
import pytensor.tensor as pt
type(pt.dscalar()).eval(5)
# !> TypeError: descriptor 'eval' for 'Variable' objects doesn't apply to a 'int' object
# %% an object without init
import numpy as np
a = np.ndarray.__new__(np.ndarray)
print(a)
# !> NotSupportedByScanLens: numpy.ndarray() (use numpy.zeros or numpy.array)
# %% a tensor variable without init
import pytensor.tensor as pt
T = type(pt.dscalar())
x = T.__new__(T)
print(x)
# !> TypeError: cannot create 'pytensor.tensor.variable.TensorVariable' instances
# %% a shared variable without init
import pytensor
T = type(pytensor.shared(1.0))
T.__new__(T).get_value()
# !> TypeError: cannot create 'pytensor.tensor.sharedvar.TensorSharedVariable' instances
# %% object.__new__ of built-in types
object.__new__(int)
# !> TypeError: cannot create 'builtins.int' instances
# %% int.__new__ of another type
int.__new__(str, 5)
# !> TypeError: int.__new__(str): str is not a subtype of int
# %% an iterator without init
class I(type(iter([]))): pass
# !> NotSupportedByScanLens: a class derived from list_iterator
# %% a subclass of a function
class F(type(lambda: 0)): pass
# !> NotSupportedByScanLens: a class derived from function
# %% a generator made by hand
type((i for i in []))()
# !> TypeError: cannot create 'builtins.generator' instances
# %% a metaclass that lies about itself
class M(type):
    def __instancecheck__(cls, x): return True
    def __subclasscheck__(cls, x): return True
    def mro(cls): return [cls, object]
class A(metaclass=M): pass
print(isinstance(5, A), issubclass(int, A), A() + 1 if hasattr(A, '__add__') else 'no')
# => True True no
# %% a metaclass that gives a mad order
class M(type):
    def mro(cls): return [int, str]
class A(metaclass=M): pass
print(A)
# => <class '__main__.A'>
# %% __class_getitem__, __init_subclass__ and __set_name__ that raise
class D:
    def __set_name__(self, owner, name): raise KeyError(name)
class A:
    d = D()
# !> KeyError: 'd'
# %% a class that inherits from itself
class A: pass
A.__bases__ = (A,)
# !> NotSupportedByScanLens: other bases for a class
# %% __getattr__ on the module of NumPy
import numpy as np
np.__dict__['array'] = None
print(np.array)
# => None
# %% a module's attribute that is replaced
import math
math.sqrt = lambda x: 'mine'
print(math.sqrt(4))
# => mine
# %% the loader of a module
import math
math.__loader__.load_module('os')
# !> AttributeError: module 'math' has no attribute '__loader__'
# %% importlib
import importlib
importlib.import_module('subprocess').Popen
# !> NotSupportedByScanLens: subprocess.Popen is refused: cells start no other programs
# %% sys.modules with a value of ours
import sys
sys.modules['evil'] = {'a': 1}
import evil
print(evil)
# => {'a': 1}
# %% super with wrong arguments
super(int, 'a').upper()
# !> TypeError: super(type, obj): obj must be an instance or subtype of type
# %% inspect
import inspect
inspect.getsource(len)
# !> NotSupportedByScanLens: inspect.getsource() is not supported yet
# %% sys.settrace
import sys
sys.settrace(lambda *a: None)
# !> NotSupportedByScanLens: sys.settrace is not supported yet
# %% code.interact
import code
code.interact()
# !> ModuleNotFoundError: No module named 'code'…
# %% ast to code
import ast
ast.literal_eval('__import__("os").system("id")')
# !> ValueError: malformed node or string
# %% weak references to internals
import weakref
weakref.ref(5)
# !> TypeError: cannot create weak reference to 'int' object
# %% breakpoint
breakpoint()
# !> NotSupportedByScanLens: breakpoint() is not supported yet
# %% input
input('password: ')
# => password:
# !> EOFError: EOF when reading a line
# %% exit does not end the evaluator
exit(3)
# !> SystemExit: 3
# %% os._exit
import os
os._exit(3)
# !> NotSupportedByScanLens: os._exit is not supported yet
# %% os.abort
import os
os.abort()
# !> NotSupportedByScanLens: os.abort is not supported yet
# %% faulthandler
import faulthandler
faulthandler._sigsegv()
# !> ModuleNotFoundError: No module named 'faulthandler'…
# %% writing a file
open('new.txt', 'w').write('x')
# !> NotSupportedByScanLens: ScanLens writes no files, so open() with mode 'w' is refused
# %% appending to a file
open('data.csv', 'a')
# !> NotSupportedByScanLens: ScanLens writes no files, so open() with mode 'a' is refused
# %% os.remove
import os
os.remove('data.csv')
# !> NotSupportedByScanLens: os.remove is not supported yet
# %% shutil
import shutil
shutil.rmtree('.')
# !> NotSupportedByScanLens: shutil.rmtree is refused: cells write no files
# %% np.save
import numpy as np
np.save('x.npy', [1])
# !> NotSupportedByScanLens: numpy.save to a file of the disk
# %% threads that never end
import threading
t = threading.Thread(target=lambda: [0 for _ in iter(int, 1)])
t.start()
# !> BudgetExceeded: The program ran longer than…
# %% a theano op of one's own that runs code
from theano import gof
class Evil(gof.Op):
    def c_code(self, *args): return 'system("id");'
Evil()
# => <__main__.Evil object…
# %% inline C
from scipy import weave
weave.inline('printf("out");')
# !> NotSupportedByScanLens: scipy.weave is not supported yet
