"""Prints a month by hand, day-of-week by Zeller, Easter dates, ISO weeks without datetime."""
def zeller(y, m, d):
    if m < 3: m += 12; y -= 1
    return ((d + 13 * (m + 1) // 5 + y % 100 + y % 100 // 4 + y // 100 // 4 - 2 * (y // 100)) % 7 + 5) % 7
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def days(y, m): return [31, 28 + leap(y), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]
def month(y, m):
    print(f"{['January', 'February', 'March'][m - 1]} {y}".center(20).rstrip())
    print("Mo Tu We Th Fr Sa Su")
    start = zeller(y, m, 1)
    cells = ["  "] * start + [f"{d:2}" for d in range(1, days(y, m) + 1)]
    for i in range(0, len(cells), 7): print(" ".join(cells[i:i + 7]))
month(2024, 2); month(2023, 1)
def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    return divmod(h + l - 7 * m + 114, 31)
print([(y, "%d-%d" % (easter(y)[0], easter(y)[1] + 1)) for y in (2000, 2019, 2024, 2025)])
print(sum(leap(y) for y in range(1900, 2001)), sum(zeller(y, m, 1) == 6 for y in range(1901, 2001) for m in range(1, 13)))
