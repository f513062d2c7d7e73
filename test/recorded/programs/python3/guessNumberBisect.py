"""The computer guesses numbers by bisection."""
def guess(secret, low=1, high=100):
    tries = []
    while True:
        mid = (low + high) // 2
        tries.append(mid)
        if mid == secret: return tries
        if mid < secret: low = mid + 1
        else: high = mid - 1
for s in (1, 50, 77, 100):
    t = guess(s)
    print(f"{s}: {len(t)} tries: {' '.join(map(str, t))}")
print(max(len(guess(i)) for i in range(1, 101)), sum(len(guess(i)) for i in range(1, 101)) / 100)
