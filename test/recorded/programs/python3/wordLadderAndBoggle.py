"""Word ladder by BFS, boggle by DFS, crossword checks, text statistics of a poem."""
from collections import Counter, deque, defaultdict
WORDS = set("cold cord card ward warm word wood wool pool poll pole cole core corm worm dorm form".split())
def ladder(a, b):
    q, seen = deque([(a,)]), {a}
    while q:
        path = q.popleft()
        if path[-1] == b: return path
        for w in sorted(WORDS - seen):
            if sum(x != y for x, y in zip(w, path[-1])) == 1: seen.add(w); q.append(path + (w,))
print(" -> ".join(ladder("cold", "warm")), ladder("pool", "form"), ladder("cold", "zzzz"))
BOARD = ["tap", "ore", "wns"]
def boggle(words):
    prefixes = {w[:i] for w in words for i in range(1, len(w) + 1)}
    found = set()
    def dfs(r, c, s, used):
        s += BOARD[r][c]
        if s not in prefixes: return
        if s in words: found.add(s)
        for i in range(max(0, r - 1), min(3, r + 2)):
            for j in range(max(0, c - 1), min(3, c + 2)):
                if (i, j) not in used: dfs(i, j, s, used | {(i, j)})
    for r in range(3):
        for c in range(3): dfs(r, c, "", {(r, c)})
    return sorted(found, key=lambda w: (-len(w), w))
print(boggle({"tore", "tap", "pa", "ores", "arts", "near", "pens", "rep", "ton", "sew", "torn"}))
POEM = """Two roads diverged in a yellow wood,
And sorry I could not travel both
And be one traveler, long I stood
And looked down one as far as I could"""
words = [w.strip(",.").lower() for w in POEM.split()]
c = Counter(words)
print(c.most_common(4), len(words), len(c), max(words, key=len), sum(map(len, words)) / len(words))
by = defaultdict(set)
for w in words: by[len(w)].add(w)
for n in sorted(by): print(n, sorted(by[n]))
print([line.split()[-1][-4:] for line in POEM.splitlines()], POEM.count("\n"), {k: v for k, v in Counter(POEM.lower()).items() if v > 9})
vowel = lambda w: sum(ch in "aeiouy" for ch in w)
print(sorted(set(words), key=lambda w: (-vowel(w), w))[:5], " ".join(w[::-1] for w in words[:5]), " ".join(w[1:] + w[0] + "ay" if w[0] not in "aeiou" else w + "way" for w in words[:6]))
print("\n".join(f"{i:>2}|{l:<40}|{len(l)}" for i, l in enumerate(POEM.splitlines(), 1)))
