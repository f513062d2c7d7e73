"""Throws away the updates of a scan in the other file."""
import theano

from counting import count_to

outputs, _ = count_to(10)
f = theano.function([], outputs)
