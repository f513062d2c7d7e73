"""Life by roll, heat diffusion, a Mandelbrot set in text and a random walk grid."""
import numpy as np
g = np.zeros((6, 6), dtype=bool); g[[0, 1, 2, 2, 2], [1, 2, 0, 1, 2]] = True
for gen in range(3):
    n = sum(np.roll(np.roll(g.astype(int), i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1)) - g
    g = (n == 3) | (g & (n == 2))
    print("\n".join("".join(np.where(r, "#", ".")) if False else "".join("#" if c else "." for c in r) for r in g), gen, g.sum())
T = np.zeros((5, 5)); T[0] = 100
for _ in range(50): T[1:-1, 1:-1] = (T[:-2, 1:-1] + T[2:, 1:-1] + T[1:-1, :-2] + T[1:-1, 2:]) / 4
print(T.round(2)); print(T)
y, x = np.ogrid[-1.2:1.2:11j, -2:0.6:31j]; c = x + 1j * y; z = np.zeros_like(c); k = np.zeros(c.shape, int)
for i in range(30):
    m = np.abs(z) <= 2; z[m] = z[m] ** 2 + c[m]; k += m
for r in k: print("".join(" .:-=+*#%@"[v * 9 // 30] for v in r))
print(k.min(), k.max(), k.sum(), c.shape, c.dtype, np.hypot(3, 4), np.floor_divide(7, 2), np.remainder(-7, 3), np.fmod(-7, 3), np.gcd(12, 18), np.lcm(4, 6), np.sign([-2, 0, 3]), np.logaddexp(0, 0), np.cbrt(27), np.deg2rad(180), np.heaviside([-1, 0, 1], 0.5), np.maximum([1, 5], [3, 2]), np.bitwise_and(6, 3), np.left_shift(1, 4), np.invert(np.array([0], dtype=np.uint8)), np.logical_xor(True, False), np.isclose(1, 1 + 1e-9), np.array_equal([1], [1.0]))
