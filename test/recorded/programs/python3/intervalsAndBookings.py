"""Room bookings: overlap checks, merging, free slots, minutes arithmetic."""
def mins(t): h, m = map(int, t.split(":")); return h * 60 + m
def hhmm(m): return "%02d:%02d" % divmod(m, 60)
class Room:
    def __init__(self, name): self.name, self.slots = name, []
    def book(self, spec, who):
        s, e = map(mins, spec.split("-"))
        if e <= s: raise ValueError(f"{spec}: ends before it starts")
        clash = next((x for x in self.slots if s < x[1] and x[0] < e), None)
        if clash: raise RuntimeError(f"{spec} clashes with {clash[2]} ({hhmm(clash[0])}-{hhmm(clash[1])})")
        self.slots.append((s, e, who)); self.slots.sort()
    def free(self, start="08:00", end="18:00"):
        t = mins(start)
        for s, e, _ in self.slots:
            if s > t: yield f"{hhmm(t)}-{hhmm(s)}"
            t = max(t, e)
        if t < mins(end): yield f"{hhmm(t)}-{end}"
r = Room("Blue")
for spec, who in [("09:00-10:30", "ann"), ("10:30-11:00", "bob"), ("10:00-12:00", "cy"), ("14:00-13:00", "di"), ("16:15-18:00", "eve"), ("9-10", "x")]:
    try: r.book(spec, who)
    except (ValueError, RuntimeError) as e: print(type(e).__name__, e)
print(list(r.free()), sum(e - s for s, e, _ in r.slots) / 60)
def merge(iv):
    out = []
    for s, e in sorted(iv):
        if out and s <= out[-1][1]: out[-1] = (out[-1][0], max(e, out[-1][1]))
        else: out.append((s, e))
    return out
print(merge([(1, 4), (9, 12), (3, 6), (6, 7), (20, 20)]), max(sum(s <= t < e for s, e in [(1, 4), (2, 5), (3, 9)]) for t in range(10)))
timeline = ["."] * 20
for s, e, who in r.slots:
    for i in range((s - 480) // 30, (e - 480) // 30): timeline[i] = who[0].upper()
print("".join(timeline))
