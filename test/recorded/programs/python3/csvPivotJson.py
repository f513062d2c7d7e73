"""Pivoting rows into nested dicts, JSON output, sorting by several keys, sniffing and tabs."""
import csv, io, json
from itertools import groupby
from operator import itemgetter
TEXT = "year\tteam\tpts\n2020\tA\t10\n2021\tB\t7\n2020\tB\t12\n2021\tA\t9\n2021\tC\t\n"
rows = list(csv.DictReader(io.StringIO(TEXT), delimiter="\t"))
for r in rows: r["pts"] = int(r["pts"] or 0); r["year"] = int(r["year"])
pivot = {}
for r in rows: pivot.setdefault(r["team"], {})[r["year"]] = r["pts"]
print(json.dumps(pivot, indent=2))
years = sorted({r["year"] for r in rows})
print("team", *years, "total", sep="\t")
for t, d in sorted(pivot.items(), key=lambda kv: -sum(kv[1].values())): print(t, *(d.get(y, "-") for y in years), sum(d.values()), sep="\t")
rows.sort(key=itemgetter("year", "team"))
for y, g in groupby(rows, itemgetter("year")):
    g = list(g); print(y, len(g), max(g, key=itemgetter("pts"))["team"], json.dumps(g[0]))
w = csv.writer(o := io.StringIO(), quoting=csv.QUOTE_ALL); w.writerow(["a", 1, None, 2.5, 'q"x']); w.writerows([[], ["x,y", "l1\nl2"]]); print(repr(o.getvalue()))
print(next(csv.reader(['"a ""b""",c d,"",'])), list(csv.reader(["1|2", "3|4"], delimiter="|")), csv.list_dialects())
