"""Advent of Code 2022 days 2 to 6 with the examples' input."""
import re
from string import ascii_letters
rounds = "A Y\nB X\nC Z"
print(sum("ABC".index(a) * 0 + "XYZ".index(b) + 1 + ("XYZ".index(b) - "ABC".index(a) + 1) % 3 * 3 for a, b in map(str.split, rounds.splitlines())))
sacks = """vJrwpWtwJgWrhcsFMMfFFhFp
jqHRNqRjqzjGDLGLrsFMfFZSrLrFZsSL
PmmdzqPrVvPwwTWBwg
wMqvLMZHhHMvwLHjbvcjnnSBnvTQFn
ttgJtRGJQctTZtZT
CrZsJsPPZsGzwwsLwLmpwMDw""".split()
prio = lambda c: ascii_letters.index(c) + 1
print(sum(prio((set(s[:len(s) // 2]) & set(s[len(s) // 2:])).pop()) for s in sacks), sum(prio(*set(a) & set(b) & set(c)) for a, b, c in zip(*[iter(sacks)] * 3)))
pairs = "2-4,6-8 2-3,4-5 5-7,7-9 2-8,3-7 6-6,4-6 2-6,4-8".split()
full = over = 0
for p in pairs:
    a, b, c, d = map(int, re.split("[-,]", p))
    full += a <= c and d <= b or c <= a and b <= d
    over += not (b < c or d < a)
print(full, over)
CRATES = """    [D]    
[N] [C]    
[Z] [M] [P]
 1   2   3 

move 1 from 2 to 1
move 3 from 1 to 3
move 2 from 2 to 1
move 1 from 1 to 2"""
top, moves = CRATES.split("\n\n")
for keep in (-1, 1):
    stacks = {int(col[-1]): list("".join(reversed(col[:-1])).rstrip()) for col in zip(*top.split("\n")) if col[-1].isdigit()}
    for n, a, b in re.findall(r"move (\d+) from (\d+) to (\d+)", moves):
        n, a, b = int(n), int(a), int(b)
        stacks[b] += stacks[a][-n:][::keep]
        del stacks[a][-n:]
    print("".join(s[-1] for s in stacks.values()), stacks)
for sig in ("mjqjpqmgbljsphdztnvjfqwrcgsmlb", "bvwbjplbgvbhsrlpgdmjqwftvncz"):
    print([next(i for i in range(n, len(sig)) if len({*sig[i - n:i]}) == n) for n in (4, 14)])
tree = """30373
25512
65332
33549
35390""".split()
n = len(tree)
vis = best = 0
for r in range(n):
    for c in range(n):
        col = "".join(row[c] for row in tree)
        ways = tree[r][:c][::-1], tree[r][c + 1:], col[:r][::-1], col[r + 1:]
        vis += any(all(x < tree[r][c] for x in w) for w in ways)
        score = 1
        for w in ways: score *= next((i for i, x in enumerate(w, 1) if x >= tree[r][c]), len(w))
        best = max(best, score)
print(vis, best)
