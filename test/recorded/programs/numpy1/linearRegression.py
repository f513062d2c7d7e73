"""Least squares by normal equations and by gradient descent on a small fixed data set."""
import numpy as np

x = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
y = np.array([1.1, 2.9, 5.2, 6.8, 9.1, 11.2])
design = np.column_stack([np.ones_like(x), x])
theta = np.linalg.solve(design.T @ design, design.T @ y)
print(np.round(theta, 6))
weights = np.zeros(2)
for step in range(2000):
    error = design @ weights - y
    weights -= 0.02 * design.T @ error / len(y)
    if step % 500 == 0:
        print(step, f"{(error ** 2).mean():.6f}")
print(np.round(weights, 4), np.allclose(weights, theta, atol=1e-3))
residuals = y - design @ theta
print("R2 = {:.5f}".format(1 - residuals.var() / y.var()), np.abs(residuals).max().round(3))
coefficients = np.polyfit(x, y, 1)
print(np.round(coefficients, 6), np.round(np.polyval(coefficients, 10), 4))
solution, rest, rank, singular = np.linalg.lstsq(design, y, rcond=None)
print(np.round(solution, 6), np.round(rest, 6), rank, np.round(singular, 4))
print(np.round(np.linalg.inv(design.T @ design), 5), round(float(np.linalg.det(design.T @ design)), 6), np.linalg.norm(y).round(4))
