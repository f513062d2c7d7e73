"""The game of life with rolled arrays, and a cellular automaton of one dimension."""
import numpy as np


def step(board):
    neighbours = sum(np.roll(np.roll(board, dy, 0), dx, 1) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if (dy, dx) != (0, 0))
    return ((neighbours == 3) | ((board == 1) & (neighbours == 2))).astype(np.uint8)


board = np.zeros((6, 8), dtype=np.uint8)
for y, x in [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]:
    board[y, x] = 1
for generation in range(3):
    print(f"generation {generation}: {board.sum()} alive")
    print("\n".join("".join(".#"[cell] for cell in row) for row in board))
    board = step(board)
print(board.dtype, np.argwhere(board).tolist())
row = np.zeros(31, dtype=int)
row[15] = 1
rule = np.array([int(bit) for bit in f"{30:08b}"[::-1]])
for _ in range(6):
    print("".join("#" if c else " " for c in row).rstrip())
    row = rule[4 * np.roll(row, 1) + 2 * row + np.roll(row, -1)]
