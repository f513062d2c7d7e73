"""A perceptron learns AND, OR and fails on XOR."""
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
Xb = np.c_[np.ones(len(X)), X]
targets = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}
for name, t in targets.items():
    t = np.array(t)
    w = np.zeros(3)
    for epoch in range(20):
        errors = 0
        for xi, ti in zip(Xb, t):
            y = int(w @ xi > 0)
            if y != ti:
                w += 0.1 * (ti - y) * xi
                errors += 1
        if not errors:
            break
    pred = (Xb @ w > 0).astype(int)
    print(name, "epochs", epoch + 1, "w", w, "pred", pred, "accuracy", (pred == t).mean())
    print(repr(w.round(2)), np.array2string(w, precision=1, separator=", "))
print(np.column_stack([X, targets["XOR"]]))
