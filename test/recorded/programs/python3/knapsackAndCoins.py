"""Dynamic programming: knapsack, coin change, longest common subsequence, edit distance."""
def knapsack(items, cap):
    best = [[0] * (cap + 1) for _ in range(len(items) + 1)]
    for i, (name, w, v) in enumerate(items, 1):
        for c in range(cap + 1):
            best[i][c] = best[i - 1][c]
            if w <= c and best[i - 1][c - w] + v > best[i][c]:
                best[i][c] = best[i - 1][c - w] + v
    chosen, c = [], cap
    for i in range(len(items), 0, -1):
        if best[i][c] != best[i - 1][c]:
            chosen.append(items[i - 1][0])
            c -= items[i - 1][1]
    return best[-1][-1], chosen[::-1]

items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60), ("tin", 68, 45), ("banana", 27, 60)]
print(knapsack(items, 120))

def coins(amount, denominations):
    INF = float("inf")
    need = [0] + [INF] * amount
    prev = [None] * (amount + 1)
    for a in range(1, amount + 1):
        for d in denominations:
            if d <= a and need[a - d] + 1 < need[a]:
                need[a], prev[a] = need[a - d] + 1, d
    if need[amount] == INF:
        return None
    out = []
    while amount:
        out.append(prev[amount]); amount -= prev[amount]
    return sorted(out, reverse=True)

print(coins(63, [1, 5, 10, 21, 25]), coins(7, [2, 4]), coins(0, [5]))

def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i + 1][j], t[i][j + 1], key=len)
    return t[-1][-1]

print(lcs("AGGTAB", "GXTXAYB"), repr(lcs("abc", "xyz")), lcs("nematode knowledge", "empty bottle"))

def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]

for pair in [("kitten", "sitting"), ("saturday", "sunday"), ("", "abc"), ("same", "same")]:
    print(*pair, edit(*pair), sep=" / ")
ways = [1] + [0] * 100
for coin in (1, 5, 10, 25, 50):
    for t in range(coin, 101):
        ways[t] += ways[t - coin]
print(ways[100], ways[::20])
