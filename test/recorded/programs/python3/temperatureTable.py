"""Temperature conversion table, leap years, BMI, multiplication table: first-week exercises."""
for c in range(-40, 101, 35):
    f = c * 9 / 5 + 32
    k = c + 273.15
    print(str(c).rjust(5), "C =", format(f, "7.1f"), "F =", "{:8.2f}".format(k), "K")
for i in range(1, 6):
    for j in range(1, 6):
        print(i * j, end="\t")
    print()
years = [1900, 2000, 2023, 2024]
for y in years:
    leap = (y % 4 == 0 and y % 100 != 0) or y % 400 == 0
    print(y, "is" if leap else "is not", "a leap year")
w, h = 70, 1.75
bmi = w / h ** 2
print("BMI", bmi, round(bmi, 1), "normal" if 18.5 <= bmi < 25 else "other")
n = 5
while n > 0:
    print("*" * n, " " * (5 - n), "#" * (6 - n), sep="|")
    n -= 1
else:
    print("lift off")
a, b = 17, 5
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, -a // b, -a % b, a & b, a | b, a ^ b, ~a, a << 2, a >> 1)
print(10 > 5 > 1, not True or True, bool(""), bool("0"), 1 == 1.0, "1" == 1, int(3.99), int("-7"), float("2.50"), str(1.0), type(1 / 1), 7.0 // 2, 1e3, 1_000, 0.1 * 3, 2 ** 0.5, 100 ** 10)
x = 5; x += 2; x *= 3; x -= 1; x //= 4; x **= 2; x %= 7
print(x, min(3, 1, 2), max([4, 9]), abs(-3.5), sum([1, 2.5]), round(2.5), round(3.5), round(-1.25, 1), round(1234, -2), pow(2, 10, 1000), divmod(17, 5))
