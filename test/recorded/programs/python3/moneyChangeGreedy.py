"""Change making, formatted as a beginner does with while loops and a list of pairs."""
amounts = [0.41, 3.99, 10, 0]
coins = [("dollar", 100), ("quarter", 25), ("dime", 10), ("nickel", 5), ("penny", 1)]
for amount in amounts:
    cents = int(round(amount * 100))
    result = []
    for name, value in coins:
        n = 0
        while cents >= value:
            cents = cents - value
            n = n + 1
        if n == 1:
            result.append("1 " + name)
        elif n > 1:
            plural = name[:-1] + "ies" if name.endswith("y") else name + "s"
            result.append(str(n) + " " + plural)
    if len(result) > 1:
        s = ", ".join(result[:-1]) + " and " + result[-1]
    else:
        s = result[0] if result else "nothing"
    print("$" + "{:.2f}".format(amount), "->", s)
print(0.1 + 0.7, int(0.29 * 100), 4.35 * 100, 1.1 + 2.2, round(2.675, 2), 1e2, 5 // 0.1, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
