# What PyTensor 3.0.7 printed and raised where programs give it what it does not take, or not so.
# %% tensors where Python or NumPy want numbers
import pytensor, pytensor.tensor as T, numpy as np
x=T.dvector("x"); i=T.iscalar("i"); c=T.constant(1)
def shown(make):
    try: return make()
    except Exception as e: return type(e).__name__ + ' ' + str(e).split('\n')[0]
import operator
def seti():
    x[0] = 1
def deli():
    del x[0]
print("list", shown(lambda:[1,2][i]))  # => list TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("tuple", shown(lambda:(1,2)[i]))  # => tuple TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("str", shown(lambda:"ab"[i]))  # => str TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("range", shown(lambda:range(i)))  # => range TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("index", shown(lambda:operator.index(i)))  # => index TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("mul", shown(lambda:[1]*i))  # => mul Mul.0
print("slice", shown(lambda:[1,2][:i]))  # => slice TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("nd", shown(lambda:np.arange(3)[i]))  # => nd IndexError only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
print("ndset", shown(lambda:np.arange(3).__setitem__(i,1)))  # => ndset IndexError only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
print("const", shown(lambda:[1,2][c]))  # => const TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("int", shown(lambda:int(i)))  # => int TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("float", shown(lambda:float(i)))  # => float TypeError TensorVariables cannot be converted to Python float. Call `.astype(float)` for the symbolic equivalent.
print("complex", shown(lambda:complex(i)))  # => complex TypeError TensorVariables cannot be converted to Python complex number. Call `.astype(complex)` for the symbolic equivalent.
print("math", shown(lambda:__import__("math").sqrt(i)))  # => math TypeError TensorVariables cannot be converted to Python float. Call `.astype(float)` for the symbolic equivalent.
print("round", shown(lambda:round(x)))  # => round TypeError type TensorVariable doesn't define __round__ method
print("hex", shown(lambda:hex(i)))  # => hex TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("fmt", shown(lambda:f"{i:d}"))  # => fmt TypeError unsupported format string passed to TensorVariable.__format__
print("fmt3", shown(lambda:"%f"%i))  # => fmt3 TypeError TensorVariables cannot be converted to Python float. Call `.astype(float)` for the symbolic equivalent.
print("fmt4", shown(lambda:f"{i:>5}"))  # => fmt4 TypeError unsupported format string passed to TensorVariable.__format__
print("fmt5", shown(lambda:"%s"%i))  # => fmt5 i
print("seti", shown(seti))  # => seti TypeError TensorVariable does not support item assignment. Use the output of `x[idx].set` or `x[idx].inc` instead.
print("deli", shown(deli))  # => deli AttributeError __delitem__
print("in", shown(lambda:3 in x))  # => in ValueError Length of x cannot be determined
print("iter", shown(lambda:[v for v in x]))  # => iter ValueError Length of x cannot be determined
print("unpack", shown(lambda:(lambda a,b:0)(*x)))  # => unpack ValueError Length of x cannot be determined
print("sum", shown(lambda:sum(x)))  # => sum ValueError Length of x cannot be determined
print("max", shown(lambda:max(x)))  # => max ValueError Length of x cannot be determined
print("sorted", shown(lambda:sorted(x)))  # => sorted ValueError Length of x cannot be determined
print("min2", shown(lambda:min(i,2)))  # => min2 TypeError TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.
print("len", shown(lambda:len(x)))  # => len TypeError object of type 'TensorVariable' has no len()
print("and", shown(lambda:x and 1))  # => and TypeError TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.
print("not", shown(lambda:not i))  # => not TypeError TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.
print("zip", shown(lambda:list(zip(x,x))))  # => zip ValueError Length of x cannot be determined
print("enum", shown(lambda:list(enumerate(x))))  # => enum ValueError Length of x cannot be determined
print("np.zeros", shown(lambda:np.zeros(i)))  # => np.zeros TypeError expected a sequence of integers or a single integer, got 'i'
print("np.dot", shown(lambda:np.dot(x,x)))  # => np.dot Mul.0
print("np.exp", shown(lambda:np.exp(x)))  # => np.exp Exp.0
print("np.maximum", shown(lambda:np.maximum(x,0)))  # => np.maximum TypeError TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.
print("np.where", shown(lambda:np.where(x>0,x,0)))  # => np.where ValueError setting an array element with a sequence.
print("npadd", shown(lambda:np.float64(2)*x))  # => npadd Mul.0
print("np mean", shown(lambda:np.mean(x)))  # => np mean TypeError _tensor_py_operators.mean() got an unexpected keyword argument 'out'
print("np.abs", shown(lambda:np.abs(x)))  # => np.abs Abs.0
print("np.concat", shown(lambda:np.concatenate([x,x])))  # => np.concat ValueError zero-dimensional arrays cannot be concatenated
print("np.power", shown(lambda:np.power(x,2)))  # => np.power Pow.0
print("np.sum", shown( lambda:np.sum(x)))  # => np.sum TypeError _tensor_py_operators.sum() got an unexpected keyword argument 'out'
print("np.clip", shown( lambda:np.clip(x,0,1)))  # => np.clip TypeError TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.
print("np.tanh", shown(lambda:np.tanh(x)))  # => np.tanh Tanh.0
print("np.sqrt", shown(lambda:np.sqrt(x)))  # => np.sqrt Sqrt.0
print("np.log", shown(lambda:np.log(x)))  # => np.log Log.0
print("np.square", shown(lambda:np.square(x)))  # => np.square Mul.0
print("np.isnan", shown(lambda:np.isnan(x)))  # => np.isnan TypeError ufunc 'isnan' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
print("nd*", shown( lambda:np.arange(2)*x))  # => nd* Mul.0
print("nd@", shown(lambda:np.eye(2)@x))  # => nd@ Squeeze{axis=1}.0
print("nd<", shown(lambda:np.arange(2)<x))  # => nd< Gt.0
print("nd==", shown(lambda:np.arange(2)==x))  # => nd== False
print("nd+=", shown(lambda:np.arange(2).__iadd__(x)))  # => nd+= NotImplemented
print("np.shape", shown(lambda:np.shape(x)))  # => np.shape Shape.0
print("np.ndim", shown(lambda:np.ndim(x)))  # => np.ndim 1
# %% lists, ranges, shapes, arguments
import pytensor, pytensor.tensor as T, numpy as np
x=T.dvector("x"); y=T.dscalar("y"); i=T.iscalar("i"); l=T.lvector("l"); m=T.dmatrix("m")
def shown(make):
    try: return make()
    except Exception as e: return type(e).__name__ + ' ' + str(e).split('\n')[0]
f=pytensor.function([x,y],x*y,name="foo")
s=pytensor.shared(3,"s")
print("const range", shown(lambda:T.constant(range(3)).type))  # => const range Vector(int64, shape=(3,))
print("as range t", shown(lambda:T.as_tensor_variable(range(3)).dtype))  # => as range t int64
print("shared range", shown(lambda:pytensor.shared(range(3)).type))  # => shared range Generic
print("as mixed", shown(lambda:T.as_tensor_variable([T.constant(1),2])))  # => as mixed [1 2]
print("as mixed2", shown(lambda:T.as_tensor_variable([i,2])))  # => as mixed2 MakeVector{dtype='int32'}.0
print("as mixed3", shown(lambda:T.as_tensor_variable([i,2.5])))  # => as mixed3 MakeVector{dtype='float64'}.0
print("as mixed4", shown(lambda:T.as_tensor_variable([y,[1]])))  # => as mixed4 TypeError Only tensors with the same number of dimensions can be joined. Input ndims were: [1, 2]
print("as mixed5", shown(lambda:T.as_tensor_variable([x,x]).ndim))  # => as mixed5 2
print("as mixed6", shown(lambda:T.as_tensor_variable([[y,y],[y,1]]).ndim))  # => as mixed6 TypeError Unsupported dtype for TensorType: object
print("as m7", shown(lambda:T.stack([i,2.5]).dtype))  # => as m7 float64
print("m8", shown(lambda:T.stack([i,T.constant(300)]).dtype))  # => m8 int32
print("m9", shown(lambda:T.as_tensor_variable((T.constant(1.5),2))))  # => m9 [1.5 2. ]
print("evalname", shown(lambda:(x+y).eval({"z":1})))  # => evalname ValueError z not found in graph
print("evalname2", shown(lambda:(x+y).eval({"x":[1],"y":2})))  # => evalname2 [3.]
print("isclose list", shown(lambda:T.isclose([1.0],[1.0])))  # => isclose list TypeError unsupported operand type(s) for -: 'list' and 'list'
print("allclose", shown(lambda:T.allclose(x,x).eval({x:[1.0]})))  # => allclose True
print("allclose2", shown(lambda:T.allclose(np.ones(2),np.ones(2)).eval()))  # => allclose2 True
print("int idx", shown(lambda:x[np.array([1,2])].type))  # => int idx Vector(float64, shape=(2,))
print("lidx", shown(lambda:x[[0,1,1]].type))  # => lidx Vector(float64, shape=(3,))
print("2idx", shown(lambda:m[[0,1],[1,1]].type))  # => 2idx Vector(float64, shape=(2,))
print("m idx", shown(lambda:m[:,[0]].type))  # => m idx Matrix(float64, shape=(?, 1))
print("setidx", shown(lambda:T.set_subtensor(x[[0,1]],1).type))  # => setidx Vector(float64, shape=(?,))
print("reshape str", shown(lambda:x.reshape((2,"a"))))  # => reshape str TypeError Unsupported dtype for TensorType: <U21
print("reshape f", shown(lambda:x.reshape((2,1.5))))  # => reshape f TypeError Shape must be integers; got float64
print("reshape sym", shown(lambda:x.reshape((i,-1)).type))  # => reshape sym Matrix(float64, shape=(?, ?))
print("reshape list", shown(lambda:x.reshape([2,3]).type))  # => reshape list Matrix(float64, shape=(2, 3))
print("reshape int", shown(lambda:x.reshape(6).type))  # => reshape int TypeError New shape in reshape must be a vector or a list/tuple of scalar. Got 6 after conversion to a vector.
print("reshape vec nd", shown(lambda:x.reshape(l,ndim=2).type))  # => reshape vec nd Matrix(float64, shape=(?, ?))
print("reshape2", shown(lambda:m.reshape((-1,)).type))  # => reshape2 Vector(float64, shape=(?,))
print("reshape bad", shown(lambda:T.constant(np.ones(6)).reshape((4,2)).eval()))  # => reshape bad ValueError Reshape: Input shape (6,) is incompatible with new shape (4, 2)
print("str idx", shown(lambda:x["a"]))  # => str idx RecursionError maximum recursion depth exceeded in comparison
print("f kw", shown(lambda:f(x=[1],y=2)))  # => f kw [2.]
print("f bad kw", shown(lambda:f([1],2,z=3)))  # => f bad kw TypeError Too many parameter passed to pytensor function
print("f attr", shown(lambda:f.nothing))  # => f attr AttributeError 'Function' object has no attribute 'nothing'
print("f input", shown(lambda:f.input_nothing))  # => f input AttributeError 'Function' object has no attribute 'input_nothing'
print("zz", shown(lambda:x.foo(1)))  # => zz AttributeError 'TensorVariable' object has no attribute 'foo'
print("zz2", shown(lambda:T.foo))  # => zz2 AttributeError module 'pytensor.tensor' has no attribute 'foo'
print("zz3", shown(lambda:pytensor.foo))  # => zz3 AttributeError module 'pytensor' has no attribute 'foo'
print("zz4", shown(lambda:x.nam))  # => zz4 AttributeError 'TensorVariable' object has no attribute 'nam'
print("n_returned", shown(lambda:f.n_returned_outputs))  # => n_returned AttributeError 'Function' object has no attribute 'n_returned_outputs'
print("specb", shown(lambda:T.specify_broadcastable(m,0).type))  # => specb Matrix(float64, shape=(1, ?))
print("specb2", shown(lambda:T.specify_broadcastable(m,0,1).eval({m:[[3.0]]})))  # => specb2 [[3.]]
print("specb3", shown(lambda:T.specify_broadcastable(m,0).eval({m:[[3.0],[1.0]]})))  # => specb3 AssertionError SpecifyShape: Got shape (2, 1), expected (1, None).
print("specb4", shown(lambda:T.specify_broadcastable(m,2)))  # => specb4 AxisError axis 2 is out of bounds for array of dimension 2
print("specs", shown(lambda:T.specify_shape(x,3)))  # => specs SpecifyShape.0
print("specs2", shown(lambda:T.specify_shape(m,(None,3)).type))  # => specs2 Matrix(float64, shape=(?, 3))
print("specs3", shown(lambda:T.specify_shape(m,(2,3)).eval({m:np.ones((2,2))})))  # => specs3 AssertionError SpecifyShape: Got shape (2, 2), expected (2, 3).
print("specs4", shown(lambda:T.specify_shape(x,(i,)).eval({x:[1.0,2],i:3})))  # => specs4 AssertionError SpecifyShape: Got shape (2,), expected (3,).
print("unbroad", shown(lambda:T.unbroadcast(T.drow("r"),0).type))  # => unbroad AttributeError module 'pytensor.tensor' has no attribute 'unbroadcast'
print("addbroad", shown(lambda:T.addbroadcast(m,0).type))  # => addbroad AttributeError module 'pytensor.tensor' has no attribute 'addbroadcast'
print("steps str", shown(lambda:pytensor.scan(lambda a:a,x,n_steps="2")[0]))  # => steps str NotImplementedError Cannot convert '2' to a tensor variable.
print("steps True", shown(lambda:pytensor.scan(lambda a:a,x,n_steps=True)[0]))  # => steps True TypeError Cannot cast True or False as a tensor variable. Please use np.array(True) or np.array(False) if you need these constants. This error might be caused by using the == operator on Variables. v == w does not do what you think it does, use pytensor.tensor.eq(v, w) instead.
# %% lengths, axes, parts
import pytensor, pytensor.tensor as T, numpy as np
x=T.dvector("x"); y=T.dscalar("y"); i=T.iscalar("i"); l=T.lvector("l"); m=T.dmatrix("m")
def shown(make):
    try: return make()
    except Exception as e: return type(e).__name__ + ' ' + str(e).split('\n')[0]
print(1, shown(lambda:x.reshape(2,3).type))  # => 1 TypeError _tensor_py_operators.reshape() takes 2 positional arguments but 3 were given
print(2, shown(lambda:x.reshape(6).type))  # => 2 TypeError New shape in reshape must be a vector or a list/tuple of scalar. Got 6 after conversion to a vector.
print(3, shown(lambda:x.reshape(-1).type))  # => 3 TypeError New shape in reshape must be a vector or a list/tuple of scalar. Got -1 after conversion to a vector.
print(4, shown(lambda:m.reshape(-1).type))  # => 4 TypeError New shape in reshape must be a vector or a list/tuple of scalar. Got -1 after conversion to a vector.
print(5, shown(lambda:T.reshape(x,6)))  # => 5 TypeError New shape in reshape must be a vector or a list/tuple of scalar. Got 6 after conversion to a vector.
print(6, shown(lambda:T.reshape(x,(2,3)).type))  # => 6 Matrix(float64, shape=(2, 3))
print(7, shown(lambda:x.reshape(2,-1)))  # => 7 TypeError _tensor_py_operators.reshape() takes 2 positional arguments but 3 were given
print(8, shown(lambda:x.reshape(i)))  # => 8 TypeError New shape in reshape must be a vector or a list/tuple of scalar. Got i after conversion to a vector.
print(9, shown(lambda:x.reshape((i,2.0))))  # => 9 TypeError Shape must be integers; got float64
print(10, shown(lambda:x.reshape((2.0,3))))  # => 10 TypeError Shape must be integers; got float64
print(11, shown(lambda:x.reshape(())))  # => 11 Reshape{0}.0
print(12, shown(lambda:x.reshape([])))  # => 12 Reshape{0}.0
print(14, shown(lambda:x.reshape((-1,-1)).eval({x:np.ones(6)})))  # => 14 ValueError can only specify one unknown dimension
print(15, shown(lambda:x.reshape((4,-1)).eval({x:np.ones(6)})))  # => 15 ValueError cannot reshape array of size 6 into shape (4,newaxis)
print(16, shown(lambda:x.reshape((y,2))))  # => 16 TypeError Shape must be integers; got float64
print(17, shown(lambda:x.reshape(l,2)))  # => 17 TypeError _tensor_py_operators.reshape() takes 2 positional arguments but 3 were given
print(18, shown(lambda:x.reshape((2,3),ndim=2).type))  # => 18 Matrix(float64, shape=(2, 3))
print(19, shown(lambda:x.reshape((2,3),ndim=3)))  # => 19 ValueError Shape argument to Reshape has incorrect length: 2, should be 3
print(20, shown(lambda:x.reshape(x.shape).type))  # => 20 Vector(float64, shape=(?,))
print(21, shown(lambda:x.reshape(m.shape).type))  # => 21 Matrix(float64, shape=(?, ?))
print(22, shown(lambda:x.reshape((m.shape[0],-1)).type))  # => 22 Matrix(float64, shape=(?, ?))
print(23, shown(lambda:x.reshape(np.array([2,3])).type))  # => 23 Matrix(float64, shape=(2, 3))
print(24, shown(lambda:x.reshape((None,3))))  # => 24 TypeError Unsupported dtype for TensorType: object
print(25, shown(lambda:x.reshape(l[:2]).type))  # => 25 ValueError The length of the provided shape (Subtensor{:stop}.0) cannot be automatically determined, so PyTensor is not able to know what the number of dimensions of the reshaped variable will be. You can provide the 'ndim' keyword argument to 'reshape' to avoid this problem.
print(26, shown(lambda:x.reshape((3,2),(1,))))  # => 26 TypeError _tensor_py_operators.reshape() takes 2 positional arguments but 3 were given
print(27, shown(lambda:x.reshape(2,3,1)))  # => 27 TypeError _tensor_py_operators.reshape() takes 2 positional arguments but 4 were given
print(28, shown(lambda:m.reshape((6,)).eval({m:np.ones((2,2))})))  # => 28 ValueError cannot reshape array of size 4 into shape (6,)
print(29, shown(lambda:x.reshape((2,3),"C")))  # => 29 TypeError _tensor_py_operators.reshape() takes 2 positional arguments but 3 were given
print(30, shown(lambda:m.flatten(2)))  # => 30 m
print(31, shown(lambda:m.flatten(3)))  # => 31 ValueError ndim 3 out of bound [1, 3)
print(32, shown(lambda:m.ravel().type))  # => 32 Vector(float64, shape=(?,))
print(33, shown(lambda:x.reshape(([2],3))))  # => 33 ValueError setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
print("sh1", shown(lambda:x.shape[1]))  # => sh1 Subtensor{i}.0
print("sh2", shown(lambda:x.shape.eval({x:[1.0]})))  # => sh2 [1]
print("sh3", shown(lambda:tuple(m.shape)))  # => sh3 (Subtensor{i}.0, Subtensor{i}.0)
print("sh4", shown(lambda:len(m.shape)))  # => sh4 TypeError object of type 'TensorVariable' has no len()
print("sh5", shown(lambda:[int(v) for v in m.shape]))  # => sh5 TypeError TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.
print("z1", shown(lambda:T.zeros(3).type))  # => z1 Vector(float64, shape=(3,))
print("z2", shown(lambda:T.zeros((i,2)).type))  # => z2 Matrix(float64, shape=(?, 2))
print("z3", shown(lambda:T.zeros(2.5)))  # => z3 TypeError Shapes must be scalar integers; got 2.5
print("z4", shown(lambda:T.zeros((2.5,))))  # => z4 TypeError Shapes must be scalar integers; got 2.5
print("z5", shown(lambda:T.zeros(l).type))  # => z5 ValueError Length of l cannot be determined
print("z6", shown(lambda:T.zeros(m.shape).type))  # => z6 Matrix(float64, shape=(?, ?))
print("z7", shown(lambda:T.zeros((y,))))  # => z7 TypeError Shapes must be scalar integers; got y
print("z8", shown(lambda:T.zeros(()).eval()))  # => z8 0.0
print("z9", shown(lambda:T.zeros("a")))  # => z9 NotImplementedError Cannot convert 'a' to a tensor variable.
print("z10", shown(lambda:T.zeros((-1,)).eval()))  # => z10 ValueError negative dimensions are not allowed
print("z11", shown(lambda:T.ones(i).eval({i:2})))  # => z11 [1. 1.]
print("z12", shown(lambda:T.zeros(2,3)))  # => z12 TypeError Cannot interpret '3' as a data type
print("z13", shown(lambda:T.alloc(1.0,2,i).type))  # => z13 Matrix(float32, shape=(2, ?))
print("z16", shown(lambda:T.zeros_like(m,dtype="int8").dtype))  # => z16 int8
print("z17", shown(lambda:T.full((2,),i).eval({i:7})))  # => z17 [7 7]
print("a1", shown(lambda:T.arange(i).dtype))  # => a1 int64
print("a2", shown(lambda:T.arange(2.5).eval()))  # => a2 [0. 1. 2.]
print("a3", shown(lambda:T.arange(y).dtype))  # => a3 float64
print("a4", shown(lambda:T.arange(0,i,2).eval({i:5})))  # => a4 [0 2 4]
print("a5", shown(lambda:T.arange("a")))  # => a5 NotImplementedError Cannot convert 'a' to a tensor variable.
print("a6", shown(lambda:T.arange(5,dtype="float32").dtype))  # => a6 float32
print("a7", shown(lambda:T.arange(1,2,0).eval()))  # => a7 ZeroDivisionError float division by zero
print("a8", shown(lambda:T.arange(m)))  # => a8 AssertionError
print("l1", shown(lambda:T.linspace(0,1,3).eval()))  # => l1 [0.  0.5 1. ]
print("r1", shown(lambda:T.repeat(x,2,axis=1)))  # => r1 AxisError axis 1 is out of bounds for array of dimension 1
print("r3", shown(lambda:T.repeat(x,1.5)))  # => r3 Reshape{1}.0
print("t1", shown(lambda:T.tile(x,2).eval({x:[1.0,2]})))  # => t1 [1. 2. 1. 2.]
print("t2", shown(lambda:T.tile(m,(1,2,1)).type))  # => t2 Tensor3(float64, shape=(1, ?, ?))
print("tr", shown(lambda:m.transpose(0,2)))  # => tr ValueError new_order[1] is 2, but the input only has 2 axes.
print("tr2", shown(lambda:m.transpose((1,0)).type))  # => tr2 Matrix(float64, shape=(?, ?))
print("tr3", shown(lambda:x.T.type))  # => tr3 Vector(float64, shape=(?,))
print("sw", shown(lambda:m.swapaxes(0,1).type))  # => sw Matrix(float64, shape=(?, ?))
print("sw2", shown(lambda:m.swapaxes(0,2)))  # => sw2 IndexError list index out of range
print("sq", shown(lambda:m.squeeze()))  # => sq m
print("sq2", shown(lambda:m.squeeze(0)))  # => sq2 Squeeze{axis=0}.0
print("sq3", shown(lambda:T.drow().squeeze().type))  # => sq3 Vector(float64, shape=(?,))
print("c1", shown(lambda:T.concatenate([x,y])))  # => c1 TypeError Join cannot handle scalar arguments of dimension 0. Use `stack` to join scalar values or promote the scalars to vectors.
print("c2", shown(lambda:T.concatenate([])))  # => c2 ValueError Cannot join an empty list of tensors
print("c3", shown(lambda:T.concatenate([x,[1.0]]).type))  # => c3 Vector(float64, shape=(?,))
print("c4", shown(lambda:T.concatenate([m,m],axis=2)))  # => c4 AxisError axis 2 is out of bounds for array of dimension 2
print("c5", shown(lambda:T.concatenate([m,m],axis=-1).type))  # => c5 Matrix(float64, shape=(?, ?))
print("c6", shown(lambda:T.concatenate(x)))  # => c6 TypeError ("The 'tensors' argument must be either a tuple or a list, make sure you did not forget () or [] around arguments of concatenate.", x)
print("s1", shown(lambda:T.stack([x,m])))  # => s1 TypeError Only tensors with the same number of dimensions can be joined. Input ndims were: [2, 3]
print("s2", shown(lambda:T.stack([x,x],axis=2)))  # => s2 IndexError axis 2 is out of bounds [-2, 2)
print("s3", shown(lambda:T.stack([x,x],axis=1).type))  # => s3 Matrix(float64, shape=(?, 2))
print("s4", shown(lambda:T.stack([])))  # => s4 ValueError No tensor arguments provided.
print("v1", shown(lambda:T.vertical_stack(m,m).type))  # => v1 Matrix(float64, shape=(?, ?))
print("m1", shown(lambda:m.max(axis=2)))  # => m1 AxisError axis (2,) is out of bounds for array of dimension 2
print("m2", shown(lambda:m.max(axis=-3)))  # => m2 AxisError axis (-3,) is out of bounds for array of dimension 2
print("m3", shown(lambda:m.sum(axis=(0,0))))  # => m3 ValueError repeated axis
print("m4", shown(lambda:m.sum(axis="a")))  # => m4 TypeError 'str' object cannot be interpreted as an integer
print("m5", shown(lambda:m.sum(axis=1.0)))  # => m5 TypeError 'float' object is not iterable
print("m6", shown(lambda:m.mean(axis=(0,1)).type))  # => m6 Scalar(float64, shape=())
print("m7", shown(lambda:m.sum(axis=0,keepdims=True).type))  # => m7 Matrix(float64, shape=(1, ?))
print("m8", shown(lambda:m.argmax(axis=2)))  # => m8 AxisError axis 2 is out of bounds for array of dimension 2
print("m9", shown(lambda:y.max()))  # => m9 Max{axes=None}.0
print("m10", shown(lambda:x.sum(dtype="int32").dtype))  # => m10 int32
print("m11", shown(lambda:m.var(axis=0,ddof=1).eval({m:[[1.0,2],[3,5]]})))  # => m11 [2.  4.5]
print("m12", shown(lambda:m.sum(i)))  # => m12 TypeError TensorType does not support iteration.
print("m13", shown(lambda:T.max(x,axis=None).type))  # => m13 Scalar(float64, shape=())
print("m14", shown(lambda:T.cumsum(m,axis=2)))  # => m14 AxisError axis 2 is out of bounds for array of dimension 2
print("m15", shown(lambda:x.max().eval({x:[]})))  # => m15 ValueError zero-size array to reduction operation maximum which has no identity
print("m16", shown(lambda:x.argmax().eval({x:[]})))  # => m16 ValueError attempt to get argmax of an empty sequence
print("m17", shown(lambda:x.mean().eval({x:[]})))  # => m17 nan
print("m18", shown(lambda:m.min(axis=[]).type))  # => m18 Matrix(float64, shape=(?, ?))
