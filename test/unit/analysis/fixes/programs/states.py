# Initial values and updates: number, dtype, shape.

#: a literal
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=0.)
#                                                        ^^ state-dtype {"state": 0, "under": {"float32": null, "float64": {"initial": "float32", "result": "float64"}}}
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.constant(0., dtype=theano.config.floatX))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ ValueError ~> 3.0 a=1 b=0
#: a literal among others, with NumPy
import numpy as np
import theano
import theano.tensor as T
y = T.dvector('y')
out, u = theano.scan(lambda v, s: s + v, y, outputs_info=[dict(initial=-1, taps=[-1])])
#                                                                      ^^ state-dtype {"state": 0, "under": {"float32": {"initial": "int8", "result": "float64"}, "float64": {"initial": "int8", "result": "float64"}}}
print(theano.function([y], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
import numpy as np
import theano
import theano.tensor as T
y = T.dvector('y')
out, u = theano.scan(lambda v, s: s + v, y, outputs_info=[dict(initial=np.asarray(-1, dtype='float64'), taps=[-1])])
print(theano.function([y], out[-1])([1.0, 2.0]))
#~ ValueError ~> 2.0
#: nothing is imported that makes a constant
import theano
from theano.tensor import dvector
y = dvector('y')
out, u = theano.scan(lambda v, s: s + v, y, outputs_info=0)
#                                                        ^ state-dtype {"state": 0, "under": {"float32": {"initial": "int8", "result": "float64"}, "float64": {"initial": "int8", "result": "float64"}}}
print(theano.function([y], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
import theano
from theano.tensor import dvector
y = dvector('y')
out, u = theano.scan(lambda v, s: s + v, y, outputs_info=theano.tensor.constant(0, dtype='float64'))
print(theano.function([y], out[-1])([1.0, 2.0]))
#~ ValueError ~> 3.0
#: NumPy has to be imported
from theano import scan, function
from theano.tensor import dvector
y = dvector('y')
out, u = scan(lambda v, s: s + v, y, outputs_info=0)
#                                                 ^ state-dtype {"state": 0, "under": {"float32": {"initial": "int8", "result": "float64"}, "float64": {"initial": "int8", "result": "float64"}}}
print(function([y], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
from theano import scan, function
from theano.tensor import dvector
import numpy as np
y = dvector('y')
out, u = scan(lambda v, s: s + v, y, outputs_info=np.asarray(0, dtype='float64'))
print(function([y], out[-1])([1.0, 2.0]))
#~ ValueError ~> 3.0
#: a constant with a dtype
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.constant(0, dtype='float32'))
#                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state-dtype {"state": 0, "under": {"float32": null, "float64": {"initial": "float32", "result": "float64"}}}
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.constant(0, dtype=theano.config.floatX))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ ValueError ~> 3.0 a=1 b=0
#: a tensor variable of a literal
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.as_tensor_variable(0))
#                                                        ^^^^^^^^^^^^^^^^^^^^^^^ state-dtype {"state": 0, "under": {"float32": {"initial": "int8", "result": "float32"}, "float64": {"initial": "int8", "result": "float64"}}}
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.as_tensor_variable(T.constant(0, dtype=theano.config.floatX)))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ ValueError ~> 3.0 a=1 b=0
#: zeros of integers
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.zeros((2,), 'int64'))
#                                                        ^^^^^^^^^^^^^^^^^^^^^^ state-dtype {"state": 0, "under": {"float32": {"initial": "int64", "result": "float64"}, "float64": {"initial": "int64", "result": "float64"}}}
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.zeros((2,), 'float64'))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ ValueError ~> [3. 3.] a=1 b=0
#: an allocated literal
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.alloc(0., 2))
#                                                        ^^^^^^^^^^^^^^ state-dtype {"state": 0, "under": {"float32": null, "float64": {"initial": "float32", "result": "float64"}}}
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=T.alloc(T.constant(0., dtype=theano.config.floatX), 2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ ValueError ~> [3. 3.] a=1 b=0
#: a name
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=[a])
#                                                         ^ state-dtype {"state": 0, "under": {"float32": {"initial": "int64", "result": "float64"}, "float64": {"initial": "int64", "result": "float64"}}}
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Give the initial value the dtype of the result
out, u = theano.scan(lambda v, s: s + v, x, outputs_info=[T.cast(a, 'float64')])
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ ValueError ~> 4.0 a=1 b=0
#: fewer initial values than outputs
(p, q), u = theano.scan(lambda v, s: [s + v, v], x, outputs_info=[b])
#                                                                ^^^ outputs-info-arity {"entries": 1, "outputs": 2}
print(theano.function([x], p[-1] + q[-1])([1.0, 2.0]))
#> manual: Add `None` for the other outputs
(p, q), u = theano.scan(lambda v, s: [s + v, v], x, outputs_info=[b, None])
print(theano.function([x], p[-1] + q[-1])([1.0, 2.0]))
#~ ValueError ~> 5.0 a=1 b=0
#: one initial value without a list
(p, q), u = theano.scan(lambda v, s: [s + v, v], x, b)
#                                                   ^ outputs-info-arity {"entries": 1, "outputs": 2}
#> manual: Add `None` for the other outputs
(p, q), u = theano.scan(lambda v, s: [s + v, v], x, [b, None])
#: an axis of length one
m = T.matrix('m')
out, u = theano.scan(lambda v, s: T.dot(s, m), x, outputs_info=T.ones((1, 2)))
#                                                              ^^^^^^^^^^^^^^ static-length-one-init {"state": 0, "axis": 0, "shape": [1, 2]}
#> safe: Make axis 0 of the initial value of any length
m = T.matrix('m')
out, u = theano.scan(lambda v, s: T.dot(s, m), x, outputs_info=T.unbroadcast(T.ones((1, 2)), 0))
#: an axis of length one of an array
import numpy as np
import theano
import theano.tensor as T
m = T.matrix('m')
h0 = np.ones((1, 2))
out, u = theano.scan(lambda s: T.dot(s, m), outputs_info=[h0], n_steps=2)
#                                                         ^^ static-length-one-init {"state": 0, "axis": 0, "shape": [1, 2]}
#> safe: Make axis 0 of the initial value of any length
import numpy as np
import theano
import theano.tensor as T
m = T.matrix('m')
h0 = np.ones((1, 2))
out, u = theano.scan(lambda s: T.dot(s, m), outputs_info=[T.unbroadcast(T.as_tensor_variable(h0), 0)], n_steps=2)
#: an axis of length one in Aesara
import aesara
import aesara.tensor as at
m = at.matrix('m')
out, u = aesara.scan(lambda s: at.dot(s, m), outputs_info=at.ones((1, 2)), n_steps=2)
#                                                         ^^^^^^^^^^^^^^^ static-length-one-init {"state": 0, "axis": 0, "shape": [1, 2]}
#> safe: Make axis 0 of the initial value of any length
import aesara
import aesara.tensor as at
from aesara.tensor.shape import unbroadcast
m = at.matrix('m')
out, u = aesara.scan(lambda s: at.dot(s, m), outputs_info=unbroadcast(at.ones((1, 2)), 0), n_steps=2)
#: an axis of length one in PyTensor
import pytensor
import pytensor.tensor as pt
m = pt.matrix('m')
out = pytensor.scan(lambda s: pt.dot(s, m), outputs_info=pt.ones((1, 2)), n_steps=2, return_updates=False)
#                                                        ^^^^^^^^^^^^^^^ static-length-one-init {"state": 0, "axis": 0, "shape": [1, 2]}
#> refused: Make axis 0 of the initial value of any length: PyTensor 3.3 has no `unbroadcast`: make the initial value of a symbolic length, or give the result of the step its static shape with `specify_shape`.
#: an update of another dtype
out, u = theano.scan(lambda v: (v, {a: a + v}), x)
#                                      ^^^^^ update-dtype {"name": "a", "under": {"float32": null, "float64": {"variable": "int64", "value": "float64"}}}
f = theano.function([x], out, updates=u)
f([1.0, 2.0])
#> manual: Cast to the dtype of `a`
out, u = theano.scan(lambda v: (v, {a: T.cast(a + v, a.dtype)}), x)
f = theano.function([x], out, updates=u)
f([1.0, 2.0])
#~ TypeError ~> a=4 b=0
#: an update in a pair
f = theano.function([x], updates=[(b, a + 1)])
#                                     ^^^^^ update-dtype {"name": "b", "under": {"float32": {"variable": "float64", "value": "int64"}, "float64": {"variable": "float64", "value": "int64"}}}
#> safe: Cast to the dtype of `b`
f = theano.function([x], updates=[(b, T.cast(a + 1, b.dtype))])
