"""Frequency table and quartiles without modules; stem-and-leaf; mode and median by hand."""
data = [12, 15, 11, 22, 27, 34, 35, 35, 41, 22, 22, 9]
data.sort()
n = len(data)
mean = sum(data) / n
median = (data[n // 2 - 1] + data[n // 2]) / 2 if n % 2 == 0 else data[n // 2]
counts = {}
for x in data:
    counts[x] = counts.get(x, 0) + 1
mode = max(counts, key=counts.get)
var = sum((x - mean) ** 2 for x in data) / (n - 1)
print("n =", n, "mean =", mean, "median =", median, "mode =", mode)
print("variance = %.4f sd = %.4f" % (var, var ** 0.5))
stems = {}
for x in data:
    stems.setdefault(x // 10, []).append(x % 10)
for s in sorted(stems):
    print(s, "|", " ".join(map(str, stems[s])))
cum = 0
for x in sorted(counts):
    cum += counts[x]
    print(f"{x:3d} {counts[x]:2d} {cum:3d} {cum / n:7.2%} {'▇' * counts[x]}")
def percentile(xs, p):
    k = (len(xs) - 1) * p / 100
    f = int(k)
    return xs[f] + (xs[min(f + 1, len(xs) - 1)] - xs[f]) * (k - f)
print([percentile(data, p) for p in (0, 25, 50, 75, 100)], [round((x - mean) / var ** 0.5, 2) for x in data[:4]])
