from .compat import RandomStream

stream = RandomStream(4)


def jitter(x, sd=0.1):
    return x + sd * stream.normal()
