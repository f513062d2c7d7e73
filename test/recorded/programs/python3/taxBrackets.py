"""Progressive tax with brackets and a table."""
BRACKETS = [(10_000, 0.0), (30_000, 0.15), (70_000, 0.28), (float("inf"), 0.4)]
def tax(income):
    due, low = 0, 0
    for top, rate in BRACKETS:
        if income > low:
            due += (min(income, top) - low) * rate
        low = top
    return due
print("Income".rjust(10), "Tax".rjust(12), "Rate".rjust(7))
for inc in (0, 9999, 10_000, 25_000.5, 70_000, 123_456.78):
    t = tax(inc)
    print(f"{inc:>10,} {t:>12,.2f} {t / inc if inc else 0:>7.1%}")
print(BRACKETS[-1], sum(map(tax, range(0, 100_001, 20_000))))
