import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=1)


def jitter(x, scale=1.0):
    return x + scale * srng.normal()
