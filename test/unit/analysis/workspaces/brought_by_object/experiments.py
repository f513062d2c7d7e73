import aesara
import aesara.tensor as at

from counting import Counter
from filtering import Filter


def compile_filter():
    y = at.vector("y")
    counter = Counter()
    means = Filter(counter).run(y)
    #       ^^^^^^^^^^^^^^^^^^^ warning: lost-in-helper
    return aesara.function([y], means), counter
