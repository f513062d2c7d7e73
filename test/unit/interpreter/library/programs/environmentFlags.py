# What a program puts into os.environ before it imports the library decides floatX.
import os

os.environ['THEANO_FLAGS'] = 'device=cpu,floatX=float32'
import theano
import theano.tensor as T

print(theano.config.floatX)  # => float32
print(T.scalar().dtype)  # => float32
