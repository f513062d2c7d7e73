"""Conway's game of life on a torus."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 20
SIZE = 512

board = pt.bmatrix('board')


def step(board):
    rows = pt.roll(board, 1, axis=0) + board + pt.roll(board, -1, axis=0)
    count = pt.roll(rows, 1, axis=1) + rows + pt.roll(rows, -1, axis=1)
    return pt.or_(pt.eq(count, 3), pt.and_(pt.eq(count, 4), pt.eq(board, 1))).astype('int8')


outputs, updates = pytensor.scan(step, outputs_info=board, n_steps=STEPS)
f = pytensor.function([board], outputs[-1])
arguments = (np.random.RandomState(1).randint(0, 2, (SIZE, SIZE)).astype('int8'),)
