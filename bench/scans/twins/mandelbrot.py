def with_numpy(re, im):
    counts = np.empty(POINTS, 'int64')
    with np.errstate(over='ignore', invalid='ignore'):
        for i in range(POINTS):
            x = y = 0.0
            count = 0
            for _ in range(ITERATIONS):
                x2, y2 = x * x, y * y
                x, y, count = x2 - y2 + re[i], 2.0 * x * y + im[i], count + (x2 + y2 <= 4.0)
            counts[i] = count
    return counts


def with_jax(re, im):
    def point(_, c):
        def iterate(state, _):
            x, y, count = state
            x2, y2 = x * x, y * y
            return (x2 - y2 + c[0], 2.0 * x * y + c[1], count + (x2 + y2 <= 4.0)), None

        return None, lax.scan(iterate, (0.0, 0.0, 0), None, length=ITERATIONS)[0][2]

    return lax.scan(point, None, (re, im))[1]
