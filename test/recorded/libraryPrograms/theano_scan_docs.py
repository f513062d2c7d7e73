# The examples of Theano's documentation of loops, with the values that it states. Theano 1.0.5.

# %% A ** k
import numpy as np, theano, theano.tensor as T
k, A = T.iscalar('k'), T.vector('A')
result, updates = theano.scan(fn=lambda prior_result, A: prior_result * A, outputs_info=T.ones_like(A), non_sequences=A, n_steps=k)
power = theano.function(inputs=[A, k], outputs=result[-1], updates=updates)
print(power(range(10), 2))  # => [ 0.  1.  4.  9. 16. 25. 36. 49. 64. 81.]
print(power(range(10), 4))  # => [0.000e+00 1.000e+00 1.600e+01 8.100e+01 2.560e+02 6.250e+02 1.296e+03
# =>  2.401e+03 4.096e+03 6.561e+03]

# %% a polynomial
import numpy as np, theano, theano.tensor as T
coefficients, x = theano.tensor.vector('coefficients'), T.scalar('x')
components, updates = theano.scan(fn=lambda coefficient, power, free_variable: coefficient * (free_variable ** power), outputs_info=None, sequences=[coefficients, theano.tensor.arange(10000)], non_sequences=x)
polynomial = components.sum()
calculate_polynomial = theano.function(inputs=[coefficients, x], outputs=polynomial)
print(calculate_polynomial(np.asarray([1, 0, 2], dtype=np.float32), 3))  # => 19.0

# %% triangular numbers
import numpy as np, theano, theano.tensor as T
up_to = T.iscalar('up_to')
def accumulate_by_adding(arange_val, sum_to_date):
    return sum_to_date + arange_val
seq = T.arange(up_to)
outputs_info = T.as_tensor_variable(np.asarray(0, seq.dtype))
scan_result, scan_updates = theano.scan(fn=accumulate_by_adding, outputs_info=outputs_info, sequences=seq)
print(theano.function(inputs=[up_to], outputs=scan_result)(15))  # => [  0   1   3   6  10  15  21  28  36  45  55  66  78  91 105]

# %% values at positions
import numpy as np, theano, theano.tensor as T
location, values, output_model = T.imatrix('location'), T.vector('values'), T.matrix('output_model')
def set_value_at_position(a_location, a_value, output_model):
    zeros_subtensor = T.zeros_like(output_model)[a_location[0], a_location[1]]
    return T.set_subtensor(zeros_subtensor, a_value)
result, updates = theano.scan(fn=set_value_at_position, outputs_info=None, sequences=[location, values], non_sequences=output_model)
assign = theano.function(inputs=[location, values, output_model], outputs=result)
found = assign(np.asarray([[1, 1], [2, 3]], dtype=np.int32), np.asarray([42, 50], dtype=np.float32), np.zeros((5, 5), dtype=np.float32))
print(found.shape, found[0][1, 1], found[1][2, 3], found.sum())  # => (2, 5, 5) 42.0 50.0 92.0

# %% updates
import theano
a = theano.shared(1, name='a')
values, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
b = a + 1
c = updates[a] + 1
f = theano.function([], [b, c], updates=updates)
print(f())  # => [array(2), array(12)]
print(a.get_value())  # => 11
print(f())  # => [array(12), array(22)]
g = theano.function([], [b, c])
print(g(), g())  # => [array(22), array(32)] [array(22), array(32)]

# %% a recurrent network with taps
import numpy as np, theano, theano.tensor as T
u, x0, y0 = T.matrix('u'), T.matrix('x0'), T.vector('y0')
W = theano.shared(np.eye(2) * 0.5)
W_in_1, W_in_2 = theano.shared(np.ones((1, 2))), theano.shared(np.full((1, 2), -1.0))
W_feedback, W_out = theano.shared(np.full((1, 2), 0.1)), theano.shared(np.ones((2,)))
def oneStep(u_tm4, u_t, x_tm3, x_tm1, y_tm1, W, W_in_1, W_in_2, W_feedback, W_out):
    x_t = T.tanh(theano.dot(x_tm1, W) + theano.dot(u_t, W_in_1) + theano.dot(u_tm4, W_in_2) + theano.dot(y_tm1, W_feedback))
    y_t = theano.dot(x_tm3, W_out)
    return [x_t, T.shape_padleft(y_t)]
([x_vals, y_vals], updates) = theano.scan(fn=oneStep, sequences=dict(input=u, taps=[-4, -0]), outputs_info=[dict(initial=x0, taps=[-3, -1]), T.zeros((1,)) * 1], non_sequences=[W, W_in_1, W_in_2, W_feedback, W_out], strict=True)
f = theano.function([u, x0], [x_vals, y_vals])
for r in f(np.arange(7.0).reshape(7, 1) / 10, np.ones((3, 2)) * 0.1):
    print(r.round(6).tolist())  # => [[0.421899, 0.421899], [0.558706, 0.558706], [0.603957, 0.603957]]
    # => [[0.2], [0.2], [0.2]]

# %% until
import theano, theano.tensor as T
def power_of_2(previous_power, max_value):
    return previous_power * 2, theano.scan_module.until(previous_power * 2 > max_value)
max_value = T.scalar()
values, _ = theano.scan(power_of_2, outputs_info=T.constant(1.), non_sequences=max_value, n_steps=1024)
print(theano.function([max_value], values)(45))  # => [ 2.  4.  8. 16. 32. 64.]

# %% tanh(x . W + b)
import numpy as np, theano, theano.tensor as T
X, W, b_sym = T.matrix('X'), T.matrix('W'), T.vector('b_sym')
results, updates = theano.scan(lambda v: T.tanh(T.dot(v, W) + b_sym), sequences=X)
compute_elementwise = theano.function(inputs=[X, W, b_sym], outputs=results)
x, w, b = np.eye(2, dtype=theano.config.floatX), np.ones((2, 2), dtype=theano.config.floatX), np.ones((2), dtype=theano.config.floatX)
b[1] = 2
print(compute_elementwise(x, w, b).tolist())  # => [[0.9640275800758169, 0.9950547536867305], [0.9640275800758169, 0.9950547536867305]]

# %% a recurrence with three sequences
import numpy as np, theano, theano.tensor as T
X, W, U, Y, V, P = T.vector('X'), T.matrix('W'), T.matrix('U'), T.matrix('Y'), T.matrix('V'), T.matrix('P')
results, updates = theano.scan(lambda y, p, x_tm1: T.tanh(T.dot(x_tm1, W) + T.dot(y, U) + T.dot(p, V)), sequences=[Y, P[::-1]], outputs_info=[X])
compute_seq = theano.function(inputs=[X, W, Y, U, P, V], outputs=results)
x = np.zeros((2)); x[1] = 1
w = np.ones((2, 2)); y = np.ones((5, 2)); y[0, :] = -3
u, p, v = np.ones((2, 2)), np.ones((5, 2)), np.ones((2, 2)); p[0, :] = 3
print(compute_seq(x, w, y, u, p, v)[:, 0].tolist())  # => [-0.9950547536867305, 0.9647197295264438, 0.9999858491917162, 0.9999877109552199, 0.9999999958774901]

# %% norms of rows and columns, a trace
import numpy as np, theano, theano.tensor as T
X = T.matrix('X')
rows, _ = theano.scan(lambda x_i: T.sqrt((x_i ** 2).sum()), sequences=[X])
columns, _ = theano.scan(lambda x_i: T.sqrt((x_i ** 2).sum()), sequences=[X.T])
x = np.diag(np.arange(1, 6, dtype=theano.config.floatX), 1)
print(theano.function([X], rows)(x), theano.function([X], columns)(x))  # => [1. 2. 3. 4. 5. 0.] [0. 1. 2. 3. 4. 5.]
results, _ = theano.scan(lambda i, j, t_f: T.cast(X[i, j] + t_f, theano.config.floatX), sequences=[T.arange(X.shape[0]), T.arange(X.shape[1])], outputs_info=np.asarray(0., dtype=theano.config.floatX))
x = np.eye(5); x[0] = np.arange(5)
print(theano.function([X], results[-1])(x))  # => 4.0

# %% two taps
import numpy as np, theano, theano.tensor as T
X, W, V = T.matrix('X'), T.matrix('W'), T.matrix('V')
b_sym, n_sym = T.vector('b_sym'), T.iscalar('n_sym')
results, updates = theano.scan(lambda x_tm2, x_tm1: T.dot(x_tm2, W) + T.dot(x_tm1, V) + T.tanh(T.dot(x_tm1, W) + b_sym) * 1, n_steps=n_sym, outputs_info=[dict(initial=X, taps=[-2, -1])])
f = theano.function([X, W, V, b_sym, n_sym], results)
x = np.zeros((2, 2)); x[1, 1] = 1
w, u, b = 0.5 * np.ones((2, 2)), 0.5 * (np.ones((2, 2)) - np.eye(2)), np.ones(2)
r = f(x, w, u, b, 10)
print(r.shape, r[0].round(8), r[-1].round(8))  # => (10, 2) [1.40514825 0.90514825] [27.28874767 27.28972424]

# %% a Jacobian
import numpy as np, theano, theano.tensor as T
v, A = T.vector(), T.matrix()
y = T.tanh(T.dot(v, A))
results, updates = theano.scan(lambda i: T.grad(y[i], v), sequences=[T.arange(y.shape[0])])
compute_jac_t = theano.function([A, v], results, allow_input_downcast=True)
x, w = np.eye(5)[0], np.eye(5, 3)
w[2] = np.ones((3))
print(compute_jac_t(w, x).round(8).tolist())  # => [[0.41997434, 0.0, 0.41997434, 0.0, 0.0], [0.0, 1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0, 0.0]]

# %% counting loops
import theano, theano.tensor as T
k = theano.shared(0, name='k')
n_sym = T.iscalar('n_sym')
results, updates = theano.scan(lambda: {k: (k + 1)}, n_steps=n_sym)
accumulator = theano.function([n_sym], [], updates=updates, allow_input_downcast=True)
print(k.get_value())  # => 0
nothing = accumulator(5)
print(k.get_value())  # => 5

# %% masks of random numbers
import numpy as np, theano, theano.tensor as T
X, W, b_sym = T.matrix('X'), T.matrix('W'), T.vector('b_sym')
trng = T.shared_randomstreams.RandomStreams(1234)
d = trng.binomial(size=W[1].shape)
results, updates = theano.scan(lambda v: T.tanh(T.dot(v, W) + b_sym) * d, sequences=X)
f = theano.function(inputs=[X, W, b_sym], outputs=results, updates=updates, allow_input_downcast=True)
x, w, b = np.eye(10, 2, dtype=theano.config.floatX), np.ones((2, 2)), np.ones((2))
r = f(x, w, b)
print(r[:4].round(8).tolist())  # => [[0.96402758, 0.0], [0.0, 0.96402758], [0.0, 0.0], [0.76159416, 0.76159416]]

# %% pow(A, k)
import numpy as np, theano, theano.tensor as T
k, A = T.iscalar('k'), T.vector('A')
def inner_fct(prior_result, B):
    return prior_result * B
result, updates = theano.scan(fn=inner_fct, outputs_info=T.ones_like(A), non_sequences=A, n_steps=k)
power = theano.function(inputs=[A, k], outputs=result[-1], updates=updates)
print(power(range(10), 2))  # => [ 0.  1.  4.  9. 16. 25. 36. 49. 64. 81.]
