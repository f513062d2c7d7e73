"""A dice notation roller with regex, seeded random and statistics."""
import random, re
DICE = re.compile(r"(?P<n>\d*)d(?P<sides>\d+|%)(?P<keep>k\d+)?(?P<mod>[+-]\d+)?$")
def roll(spec, rng):
    m = DICE.match(spec.replace(" ", ""))
    if m is None: raise ValueError(f"bad dice: {spec!r}")
    n, sides = int(m["n"] or 1), 100 if m["sides"] == "%" else int(m["sides"])
    rolls = [rng.randint(1, sides) for _ in range(n)]
    kept = sorted(rolls, reverse=True)[:int(m["keep"][1:])] if m["keep"] else rolls
    return sum(kept) + int(m["mod"] or 0), rolls
rng = random.Random(20)
for spec in ("d6", "3d6+2", "4d6k3", "2d%", "d20 - 1", "d", "2x6"):
    try: print(spec, *roll(spec, rng))
    except ValueError as e: print(e)
totals = [roll("2d6", rng)[0] for _ in range(200)]
print({t: totals.count(t) for t in range(2, 13)}, sum(totals) / 200, rng.sample(range(6), 6))
