from .compat import scan, function, tt
from .noise import jitter


def make_runner():
    xs = tt.dvector("xs")
    ys, updates = scan(jitter, sequences=[xs])
#                 ^^^^ warning: dropped-random-updates
    return function([xs], ys)
