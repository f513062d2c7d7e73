"""Star patterns with nested loops."""
n = 5
for i in range(1, n + 1):
    print(" " * (n - i) + "*" * (2 * i - 1))
for i in range(n, 0, -1):
    print("".join(str(j) for j in range(1, i + 1)))
for row in range(n):
    for col in range(n):
        if row in (0, n - 1) or col in (0, n - 1) or row == col:
            print("#", end=" ")
        else:
            print(" ", end=" ")
    print()
num = 1
for i in range(1, 5):
    for j in range(i):
        print(num, end=" ")
        num += 1
    print()
for i, ch in enumerate("ABCD"):
    print(f"{ch * (i + 1):>{n}}|{ch:^{n}}|{i:0{n}d}")
