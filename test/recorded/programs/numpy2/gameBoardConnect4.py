"""Connect four and 2048 on arrays."""
import numpy as np
board = np.zeros((6, 7), dtype=int)
def drop(col, who):
    rows = np.flatnonzero(board[:, col] == 0)
    if rows.size == 0: raise ValueError(f"column {col} is full")
    board[rows[-1], col] = who
def wins(who):
    b = board == who
    for k in (b, b.T):
        for row in k:
            if any(row[i:i + 4].all() for i in range(len(row) - 3)): return True
    return any(np.diag(m, d).size >= 4 and any(np.diag(m, d)[i:i + 4].all() for i in range(np.diag(m, d).size - 3)) for m in (b, np.fliplr(b)) for d in range(-5, 7))
for turn, col in enumerate([3, 4, 4, 5, 5, 6, 5, 6, 6, 0, 6]):
    drop(col, turn % 2 + 1)
    if wins(turn % 2 + 1):
        print("player", turn % 2 + 1, "wins at turn", turn)
        break
print(board)
print("\n".join("".join(".XO"[v] for v in row) for row in board))
def left(row):
    v, out = [x for x in row if x], []
    while v: out.append(v.pop(0) * 2 if len(v) > 1 and v[0] == v[1] and not v.pop(0) is None else v.pop(0))
    return np.array(out + [0] * (len(row) - len(out)))
g = np.array([[2, 2, 4, 4], [0, 2, 0, 2], [8, 0, 0, 8], [2, 4, 8, 16]])
print(np.array([left(r) for r in g]), np.array([left(r[::-1])[::-1] for r in g]), np.array([left(r) for r in g.T]).T, sep="\n")
