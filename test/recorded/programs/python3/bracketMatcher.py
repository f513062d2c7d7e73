"""Bracket matching with positions and a repair suggestion."""
PAIRS = dict(zip(")]}>", "([{<"))
def check(s):
    stack = []
    for pos, ch in enumerate(s):
        if ch in PAIRS.values():
            stack.append((ch, pos))
        elif ch in PAIRS:
            if not stack:
                return f"unexpected {ch!r} at {pos}"
            top, at = stack.pop()
            if top != PAIRS[ch]:
                return f"{top!r} at {at} closed by {ch!r} at {pos}"
    if stack:
        closing = "".join({v: k for k, v in PAIRS.items()}[c] for c, _ in reversed(stack))
        return f"missing {closing!r}"
    return "ok"
for s in ("", "()[]{}<>", "(a[b]{c})", "(]", "((", "{[(<", ")", "a(b"):
    print(f"{s:<12}{check(s)}")
def generate(n, s="", o=0, c=0):
    if len(s) == 2 * n:
        yield s
    if o < n: yield from generate(n, s + "(", o + 1, c)
    if c < o: yield from generate(n, s + ")", o, c + 1)
print(list(generate(3)), [len(list(generate(k))) for k in range(7)])
depth = lambda s: max((s[:i].count("(") - s[:i].count(")") for i in range(len(s) + 1)), default=0)
print([depth(s) for s in generate(3)])
