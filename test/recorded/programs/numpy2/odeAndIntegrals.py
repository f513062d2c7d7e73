"""Euler and Runge-Kutta steps for a pendulum, trapezoid and Simpson, Newton's method."""
import numpy as np
def f(t, s):
    return np.array([s[1], -np.sin(s[0])])
def euler(s, h): return s + h * f(0, s)
def rk4(s, h):
    k1 = f(0, s); k2 = f(0, s + h / 2 * k1); k3 = f(0, s + h / 2 * k2); k4 = f(0, s + h * k3)
    return s + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
for step in (euler, rk4):
    s, path = np.array([1.0, 0.0]), []
    for _ in range(50):
        s = step(s, 0.1)
        path.append(s)
    path = np.array(path)
    energy = path[:, 1] ** 2 / 2 - np.cos(path[:, 0])
    print(step.__name__, path[-1].round(6), "drift", f"{energy[-1] + np.cos(1.0):.3e}", path[::10].round(3).tolist())
x = np.linspace(0, np.pi, 101)
y = np.sin(x)
print(np.trapezoid(y, x).round(8), ((x[1] - x[0]) / 3 * (y[0] + 4 * y[1:-1:2].sum() + 2 * y[2:-1:2].sum() + y[-1])).round(10))
print(np.gradient(y, x)[[0, 50, 100]].round(5), np.diff(y, n=2)[:3].round(6), np.cumsum(y)[::25].round(4))
z = 1.0
for i in range(6):
    z -= (z ** 3 - 2) / (3 * z ** 2)
    print(i, repr(z), z == 2 ** (1 / 3))
u = np.zeros(11); u[5] = 1
for _ in range(20):
    u[1:-1] += 0.25 * (u[2:] - 2 * u[1:-1] + u[:-2])
print(u.round(4), u.sum().round(6), np.float64(u.max()), u.argmax())
np.set_printoptions(precision=3, suppress=True, linewidth=60)
print(path[:6], path[:, 0])
