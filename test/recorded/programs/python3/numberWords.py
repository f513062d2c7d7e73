"""Numbers to words and back, ordinals, English counting."""
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
BIG = [(10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand")]
def words(n):
    if n < 0: return "minus " + words(-n)
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000: return ONES[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    for size, name in BIG:
        if n >= size:
            head, rest = divmod(n, size)
            return f"{words(head)} {name}" + (", " + words(rest) if rest else "")
for n in (0, 7, 13, 40, 99, 100, 342, 1000, 12_345, 1_000_001, -5, 2 ** 31): print(f"{n:>11} {words(n)}")
print(sum(len(words(i).replace(" ", "").replace("-", "")) for i in range(1, 1001)))
def ordinal(n): return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
print(*map(ordinal, [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111]))
def parse(s):
    total = cur = 0
    for w in s.replace("-", " ").replace(",", "").replace(" and ", " ").split():
        if w in ONES: cur += ONES.index(w)
        elif w in TENS: cur += TENS.index(w) * 10
        elif w == "hundred": cur *= 100
        else: total += cur * {n: k for k, n in BIG}[w]; cur = 0
    return total + cur
assert all(parse(words(n)) == n for n in [*range(0, 2000, 7), 987654321])
print(sorted(range(12), key=words), max(range(100), key=lambda n: (len(words(n)), n)))
