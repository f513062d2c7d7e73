import aesara

n = aesara.shared(0, name="n")


def step(x):
    return x + 1, {n: n + 1}
