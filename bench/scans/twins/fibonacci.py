def with_numpy(first):
    before, last = first
    with np.errstate(over='ignore'):
        for _ in range(STEPS):
            before, last = last, before + last
    return last


def with_jax(first):
    return lax.scan(lambda two, _: ((two[1], two[0] + two[1]), None), (first[0], first[1]), None, length=STEPS)[0][1]
