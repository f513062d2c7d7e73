"""A time table: parsing times, next departures, durations across midnight, datetime.time."""
from datetime import datetime, timedelta, time
TABLE = "Line 1: 05:30 06:00 23:45\nLine 2: 06:10 12:00 00:20\nLine 3:"
lines = {}
for row in TABLE.splitlines():
    name, _, times = row.partition(":")
    lines[name] = sorted(datetime.strptime(t, "%H:%M").time() for t in times.split())
print(lines["Line 2"], {k: len(v) for k, v in lines.items()})
def nxt(name, now):
    base = datetime.combine(datetime(2024, 2, 28), now)
    opts = [datetime.combine(base.date() + timedelta(days=d), t) for d in (0, 1) for t in lines[name]]
    return min((o for o in opts if o >= base), default=None)
for now in (time(5, 31), time(23, 50), time(0)):
    for l in lines:
        n = nxt(l, now)
        print(now.strftime("%H:%M"), l, n and f"{n:%d %b %H:%M} in {n - datetime.combine(datetime(2024, 2, 28), now)}")
def span(a, b):
    d = datetime.strptime(b, "%H:%M") - datetime.strptime(a, "%H:%M")
    return d if d >= timedelta(0) else d + timedelta(days=1)
print(span("22:30", "01:15"), span("08:00", "09:05").seconds // 60, sum([span("1:00", "2:30"), span("3:00", "3:10")], timedelta()), str(timedelta(days=2, seconds=5)), timedelta(minutes=90) > timedelta(hours=1), f"{time(7, 5):%I:%M %p}", time(7, 5).isoformat(), max(map(max, filter(None, lines.values()))))
try: datetime.strptime("25:00", "%H:%M")
except ValueError as e: print(e)
