"""Tricks with zip, star, slices and comprehension: transposing, rotating, chunking, diagonals."""
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(list(zip(*m)), [list(r)[::-1] for r in zip(*m)], [r[::-1] for r in m], m[::-1], sum(m, []))
print([m[i][i] for i in range(3)], [m[i][-i - 1] for i in range(3)], [[m[r][c] for r in range(3) for c in range(3) if r + c == d] for d in range(5)])
chunks = lambda xs, n: [xs[i:i + n] for i in range(0, len(xs), n)]
print(chunks("abcdefgh", 3), list(zip(*[iter(range(9))] * 3)), dict(zip(*[iter("a1b2")] * 2)), [*map(sum, m)], [sum(c) for c in zip(*m)], [max(r) for r in m], all(sum(r) == sum(c) for r, c in zip(m, zip(*m))))
magic = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
print({*map(sum, magic), *map(sum, zip(*magic)), sum(magic[i][i] for i in range(3)), sum(magic[i][2 - i] for i in range(3))} == {15})
def siamese(n):
    s = [[0] * n for _ in range(n)]
    r, c = 0, n // 2
    for k in range(1, n * n + 1):
        s[r][c] = k
        nr, nc = (r - 1) % n, (c + 1) % n
        r, c = (nr, nc) if not s[nr][nc] else ((r + 1) % n, c)
    return s
for row in siamese(5): print(*(f"{v:2}" for v in row))
def snake(w, h): return [[r * w + (c if r % 2 == 0 else w - 1 - c) for c in range(w)] for r in range(h)]
print(*snake(4, 3), sep="\n")
def spiral_order(m):
    out = []
    while m: out += m[0]; m = list(zip(*m[1:]))[::-1]
    return out
print(spiral_order([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]), [[int(i in (j, 4 - j)) for i in range(5)] for j in range(5)])
pascal = [[1] * (i + 1) for i in range(6)]
for i in range(2, 6):
    for j in range(1, i): pascal[i][j] = pascal[i - 1][j - 1] + pascal[i - 1][j]
print(pascal, [x for row in pascal for x in row if x % 2][-4:])
