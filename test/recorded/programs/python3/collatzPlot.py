"""Collatz lengths as a text bar chart."""
def steps(n):
    count = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        count += 1
    return count
for n in range(1, 21):
    print(f"{n:2d} {'=' * steps(n)}> {steps(n)}")
longest = max(range(1, 3000), key=steps)
print("longest below 3000:", longest, "with", steps(longest))
