"""FizzBuzz in many styles, as beginners and show-offs write it."""
def classic(n):
    for i in range(1, n + 1):
        if i % 15 == 0:
            print("FizzBuzz", end=" ")
        elif i % 3 == 0:
            print("Fizz", end=" ")
        elif i % 5 == 0:
            print("Buzz", end=" ")
        else:
            print(i, end=" ")
    print()

classic(20)
print(*["Fizz" * (not i % 3) + "Buzz" * (not i % 5) or i for i in range(1, 21)])
rules = {3: "Fizz", 5: "Buzz", 7: "Bazz"}
for i in range(1, 22):
    word = "".join(w for d, w in rules.items() if i % d == 0)
    print(f"{i:>2}: {word or i!s:<8}|")
from itertools import cycle, islice, count
fizz, buzz = cycle(["", "", "Fizz"]), cycle([""] * 4 + ["Buzz"])
print(list(islice((f + b or str(n) for f, b, n in zip(fizz, buzz, count(1))), 15)))
print("\n".join(map(lambda x: [str(x), "Fizz", "Buzz", "FizzBuzz"][(x % 3 == 0) + 2 * (x % 5 == 0)], range(9, 16))))
