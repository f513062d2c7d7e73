import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

from wrapper import unroll

srng = MRG_RandomStreams(7)
words = T.vector('words')


def step(word, h):
    return h + word * srng.binomial(p=0.5)


states, _ = unroll(step, words, [T.zeros(())])
#           ^^^^^^ warning: dropped-random-updates
print(theano.function([words], states)([1, 2, 3]))
