"""Checks of a sudoku and a magic square with arrays."""
import numpy as np
base = np.array([[(r * 3 + r // 3 + c) % 9 + 1 for c in range(9)] for r in range(9)])
print(base)
ok = lambda g: all(set(v) == set(range(1, 10)) for v in [*g, *g.T, *g.reshape(3, 3, 3, 3).swapaxes(1, 2).reshape(9, 9)])
print(ok(base), base.sum(0), (np.sort(base, axis=1) == np.arange(1, 10)).all())
bad = base.copy(); bad[0, 0] = 5; print(ok(bad), np.argwhere(bad != base), np.unique(bad[0], return_counts=True))
sq = np.array([[16, 3, 2, 13], [5, 10, 11, 8], [9, 6, 7, 12], [4, 15, 14, 1]])
print(sq.sum(0), sq.sum(1), np.trace(sq), np.trace(np.fliplr(sq)), sq[:2, :2].sum(), sq[[0, 0, -1, -1], [0, -1, 0, -1]].sum())
print(np.array_equal(np.sort(sq, None), np.arange(1, 17)), np.where(sq % 2, sq, 0), sq.max(axis=1, initial=14), sq.argmin(), np.diag(sq, 1), np.tril(sq, -1), sq @ np.ones(4, int), np.linalg.matrix_rank(sq))
print(base[::3, ::3], base[np.ix_([0, 4], [1, 8])], np.block([[sq[:2, :2], sq[2:, 2:]]]), [f"{v:02d}" for v in sq.flat][:5], sq.tolist()[0], sq.dtype, sq > 8, (sq > 8).sum(), sq[sq > 12], np.delete(sq, 1, axis=0).shape, sq.cumsum()[-1])
