"""Counts the words of a text, with ties in the order of their first appearance."""
from collections import Counter
import re
import string

text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity."""

words = re.findall(r"[a-z']+", text.lower())
counts = Counter(words)
print(counts.most_common(5))
print(sum(counts.values()), len(counts), counts["nothing"])
print({n: [w for w, c in counts.items() if c == n] for n in sorted(set(counts.values()), reverse=True)})
longest = sorted(counts, key=lambda w: (-len(w), w))[:4]
print("longest:", ", ".join(longest))
table = str.maketrans("", "", string.punctuation)
for line in text.splitlines():
    cleaned = line.translate(table).title()
    print(f"{cleaned[:30]:<32}|{len(cleaned.split()):>3}|{cleaned.count('The'):^5}|")
letters = Counter(c for c in text.lower() if c.isalpha())
for letter, count in letters.most_common(6):
    print(f"{letter} {'*' * (count // 2)} {count / sum(letters.values()):.1%}")
print((counts - Counter(dict.fromkeys(counts, 1))).most_common(3), counts & Counter(it=2, was=20))
