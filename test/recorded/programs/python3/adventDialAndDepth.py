"""Advent of Code 2021 day 1 to 3, with the example input."""
from operator import gt
DEPTHS = """199
200
208
210
200
207
240
269
260
263"""
d = [int(x) for x in DEPTHS.splitlines()]
print("part 1:", sum(map(gt, d[1:], d)), "part 2:", sum(map(gt, d[3:], d)))

COURSE = "forward 5;down 5;forward 8;up 3;down 8;forward 2"
x = y = aim = y2 = 0
for cmd in COURSE.split(";"):
    match cmd.split():
        case ["forward", n]:
            x += int(n)
            y2 += aim * int(n)
        case ["down", n]:
            y += int(n); aim += int(n)
        case ["up", n]:
            y -= int(n); aim -= int(n)
print("part 1:", x * y, "part 2:", x * y2)

REPORT = "00100 11110 10110 10111 10101 01111 00111 11100 10000 11001 00010 01010".split()
bits = list(zip(*REPORT))
gamma = "".join(max("01", key=col.count) for col in bits)
eps = "".join(min("01", key=col.count) for col in bits)
print(gamma, eps, int(gamma, 2) * int(eps, 2), f"{int(gamma, 2):#b} {int(eps, 2):#06x} {int(gamma, 2):^10d}|")


def rating(rows, most):
    i = 0
    while len(rows) > 1:
        ones = [r for r in rows if r[i] == "1"]
        zeros = [r for r in rows if r[i] == "0"]
        rows = ones if (len(ones) >= len(zeros)) == most else zeros
        i += 1
    return int(rows[0], 2)


ox, co2 = rating(REPORT, True), rating(REPORT, False)
print(ox, co2, ox * co2, divmod(ox, co2), bin(ox)[2:].zfill(8))
