"""Tic-tac-toe with minimax against itself and a win checker."""
from functools import lru_cache
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

def winner(b):
    for i, j, k in LINES:
        if b[i] != " " and b[i] == b[j] == b[k]:
            return b[i]
    return "draw" if " " not in b else None

@lru_cache(maxsize=None)
def minimax(b, player):
    w = winner(b)
    if w:
        return {"X": 1, "O": -1, "draw": 0}[w], None
    best = None
    for i, c in enumerate(b):
        if c == " ":
            score, _ = minimax(b[:i] + player + b[i + 1:], "O" if player == "X" else "X")
            if best is None or (score > best[0] if player == "X" else score < best[0]):
                best = (score, i)
    return best

def show(b):
    rows = [" | ".join(b[i:i + 3]) for i in (0, 3, 6)]
    print("\n--+---+--\n".join(rows))

board, player = "    O    ", "X"
while not (w := winner(board)):
    score, move = minimax(board, player)
    board = f"{board[:move]}{player}{board[move + 1:]}"
    print(player, "plays", move, "score", score)
    player = "XO"[player == "X"]
show(board)
print("result:", w, minimax.cache_info().currsize, minimax("XX OO    ", "X"), minimax(" " * 9, "X"))
