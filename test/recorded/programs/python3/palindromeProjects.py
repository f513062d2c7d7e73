"""Palindromes of many kinds."""
def is_pal(s): s = [c.lower() for c in str(s) if c.isalnum()]; return s == s[::-1]
for s in ("Was it a car or a cat I saw?", "No lemon, no melon", "python", 12321, ""): print(repr(s), is_pal(s))
def longest(s):
    best = ""
    for i in range(len(s)):
        for l, r in ((i, i), (i, i + 1)):
            while l >= 0 and r < len(s) and s[l] == s[r]: l -= 1; r += 1
            if r - l - 1 > len(best): best = s[l + 1:r]
    return best
print(longest("forgeeksskeegfor"), longest("babad"), repr(longest("")))
def lychrel(n, k=0):
    while not is_pal(n) and k < 60: n += int(str(n)[::-1]); k += 1
    return n, k
print(lychrel(89), lychrel(56), lychrel(196)[1], [n for n in range(1000) if is_pal(n) and is_pal(f"{n:b}")])
