"""Grade histogram; list versus dict; sorting students by several keys; messy comprehension."""
raw = "Ann:90,85;Bob:70;Cid:;Dee:100,99,98;Eve:55,x,65"
marks = {}
for chunk in raw.split(";"):
    name, nums = chunk.split(":")
    good = []
    for n in nums.split(","):
        try:
            good.append(int(n))
        except ValueError:
            if n != "": print("skipping", repr(n), "of", name)
    marks[name] = good
avg = {k: (sum(v) / len(v) if v else None) for k, v in marks.items()}
print(avg)
for k in sorted(avg, key=lambda k: (avg[k] is None, -(avg[k] or 0))):
    print(k.rjust(5), "-" if avg[k] is None else format(avg[k], ".1f"), "ABCDF"[[90, 80, 70, 60, -1].index(next(b for b in (90, 80, 70, 60, -1) if (avg[k] or 0) >= b))])
hist = [0] * 11
for v in marks.values():
    for m in v: hist[m // 10] += 1
for i in range(10, 4, -1): print(str(i * 10).rjust(4) + " " + "x" * hist[i])
print(max(marks.items(), key=lambda kv: len(kv[1])), sum(map(len, marks.values())), {len(v) for v in marks.values()}, [n for n, v in marks.items() if not v], dict(sorted(avg.items(), key=lambda kv: kv[1] or 0)))
