"""Reads sales as CSV, groups them and prints a report; writes CSV back."""
import csv
import io
from collections import defaultdict

DATA = '''date,region,product,units,price
2024-01-03,North,"Widget, large",10,2.50
2024-01-03,South,Gadget,3,19.99
2024-01-04,North,Gadget,1,19.99
2024-01-05,East,"The ""Best"" thing",7,0.10
2024-01-09,South,"Widget, large",25,2.45
bad line
2024-01-10,East,Gadget,x,19.99
'''
by_region = defaultdict(lambda: [0, 0.0])
products = {}
errors = []
reader = csv.DictReader(io.StringIO(DATA))
print(reader.fieldnames)
for row in reader:
    try:
        units, price = int(row["units"]), float(row["price"])
    except (TypeError, ValueError) as e:
        errors.append((reader.line_num, type(e).__name__, str(e)))
        continue
    by_region[row["region"]][0] += units
    by_region[row["region"]][1] += units * price
    products.setdefault(row["product"], []).append(units)
print(f"{'Region':<8}{'Units':>7}{'Revenue':>12}")
print("=" * 27)
for region, (units, revenue) in sorted(by_region.items(), key=lambda kv: -kv[1][1]):
    print(f"{region:<8}{units:>7d}{revenue:>12,.2f}")
print(f"{'Total':<8}{sum(u for u, _ in by_region.values()):>7}{sum(r for _, r in by_region.values()):>12.2f}")
print(products)
print(*errors, sep="\n")
out = io.StringIO()
w = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
w.writerow(["product", "total", "note"])
for name, units in products.items():
    w.writerow([name, sum(units), None])
print(out.getvalue(), end="")
dw = csv.DictWriter(out2 := io.StringIO(), fieldnames=["a", "b"], restval="-", extrasaction="ignore", delimiter=";")
dw.writeheader()
dw.writerows([{"a": 1}, {"a": "x;y", "b": 2.5, "c": 9}])
print(repr(out2.getvalue()))
print(list(csv.reader(["a b 'c d'", "e  f"], delimiter=" ", quotechar="'")))
