# Python's decisions on symbolic variables.

#: a conditional expression
out, u = theano.scan(lambda v: v if v > 1 else 1 - v, x)
#                                   ^^^^^ python-control-flow-on-symbolic {"form": "conditional", "comparison": "order", "effect": "raises"}
print(theano.function([x], out)([0.0, 2.0]))
#> manual: Use `switch`
out, u = theano.scan(lambda v: T.switch(v > 1, v, 1 - v), x)
print(theano.function([x], out)([0.0, 2.0]))
#~ TypeError ~> [1. 2.] a=1 b=0
#: a comparison for equality
out, u = theano.scan(lambda v: v * 10 if v == 1 else v, x)
#                                        ^^^^^^ python-control-flow-on-symbolic {"form": "conditional", "comparison": "==", "effect": "alwaysFalse"}
print(theano.function([x], out)([0.0, 1.0]))
#> manual: Use `switch`
out, u = theano.scan(lambda v: T.switch(T.eq(v, 1), v * 10, v), x)
print(theano.function([x], out)([0.0, 1.0]))
#~ [0. 1.] a=1 b=0 ~> [ 0. 10.] a=1 b=0
#: several comparisons
out, u = theano.scan(lambda v: v if 0 < v < 2 and not v == 1 or v != v else -v, x)
#                                   ^^^^^^^^^ python-control-flow-on-symbolic {"form": "and", "comparison": "order", "effect": "raises"}
print(theano.function([x], out)([0.5, 1.0, 3.0]))
#> manual: Use the symbolic operation
out, u = theano.scan(lambda v: T.switch(T.or_(T.and_(T.and_(0 < v, v < 2), T.eq(T.eq(v, 1), 0)), T.neq(v, v)), v, -v), x)
print(theano.function([x], out)([0.5, 1.0, 3.0]))
#~ TypeError ~> [ 0.5 -1.  -3. ] a=1 b=0
#: an if with returns
def step(v):
    y = v * 2
    if v > 1:
        return y
    else:
        return -y
#   ^ python-control-flow-on-symbolic {"form": "if", "comparison": "order", "effect": "raises"}
out, u = theano.scan(step, x)
#> refused: Use `switch`: The decision is not understood.
#: an if with a value on each side
def step(v):
    if v > 1:
#      ^^^^^ python-control-flow-on-symbolic {"form": "if", "comparison": "order", "effect": "raises"}
        y = v
    elif v > 0:
        y = v * 2
    else:
        y = 1 - v
    return y
out, u = theano.scan(step, x)
print(theano.function([x], out)([0.0, 1.0, 2.0]))
#> manual: Use `switch`
def step(v):
    y = T.switch(v > 1, v, T.switch(v > 0, v * 2, 1 - v))
    return y
out, u = theano.scan(step, x)
print(theano.function([x], out)([0.0, 1.0, 2.0]))
#~ TypeError ~> [1. 2. 2.] a=1 b=0
#: an early return
def step(v):
    if v > 1:
#      ^^^^^ python-control-flow-on-symbolic {"form": "if", "comparison": "order", "effect": "raises"}
        return v
    return 1 - v
out, u = theano.scan(step, x)
print(theano.function([x], out)([0.0, 2.0]))
#> manual: Use `switch`
def step(v):
    return T.switch(v > 1, v, 1 - v)
out, u = theano.scan(step, x)
print(theano.function([x], out)([0.0, 2.0]))
#~ TypeError ~> [1. 2.] a=1 b=0
#: an if with more on a side
def step(v):
    if v > 1:
#      ^^^^^ python-control-flow-on-symbolic {"form": "if", "comparison": "order", "effect": "raises"}
        y = v
        y = y + 1
    else:
        y = 1 - v
    return y
out, u = theano.scan(step, x)
#> refused: Use `switch`: Only an `if` that gives one variable a value on each side, or returns one, can become a switch.
#: a comment would be lost
def step(v):
    if v > 1:
#      ^^^^^ python-control-flow-on-symbolic {"form": "if", "comparison": "order", "effect": "raises"}
        return v  # as it is
    return 1 - v
out, u = theano.scan(step, x)
#> refused: Use `switch`: There are comments in it that would be lost.
#: a while
def step(v):
    while v > 1:
#         ^^^^^ python-control-flow-on-symbolic {"form": "while", "comparison": "order", "effect": "raises"}
        v = v / 2
    return v
out, u = theano.scan(step, x)
#> refused: Use `switch`: A loop of Python runs once: let `scan` end with `until`.
#: a print
def step(v):
    print(v)
#   ^^^^^ runs-once-in-step {"what": "print"}
    return v
out, u = theano.scan(step, x)
#> refused: Print in every step: Wrap the variable in the `Print` op of the library and use what it returns.
#: a flag of Python
flag = True
out, u = theano.scan(lambda v: v if flag and v > 1 else -v, x)
#                                            ^^^^^ python-control-flow-on-symbolic {"form": "and", "comparison": "order", "effect": "raises"}
#> refused: Use the symbolic operation: A part of it may be a value of Python, which has to be decided by Python.
#: a test for None
out, u = theano.scan(lambda v: v if v is not None and v > 1 else -v, x)
#                                                     ^^^^^ python-control-flow-on-symbolic {"form": "and", "comparison": "order", "effect": "raises"}
#> refused: Use the symbolic operation: A part of it may be a value of Python, which has to be decided by Python.
#: an if around other code
def step(v):
    if v == 1:
#      ^^^^^^ python-control-flow-on-symbolic {"form": "if", "comparison": "==", "effect": "alwaysFalse"}
        y = (v +
             1)
    else: y = v
    return y
out, u = theano.scan(step, x)
print(theano.function([x], out)([0.0, 1.0]))
#> manual: Use `switch`
def step(v):
    y = T.switch(T.eq(v, 1), v +
             1, v)
    return y
out, u = theano.scan(step, x)
print(theano.function([x], out)([0.0, 1.0]))
#~ [0. 1.] a=1 b=0 ~> [0. 2.] a=1 b=0
