"""A token bucket with simulated time, a retry with back-off, a memoised clock."""
class Clock:
    def __init__(self): self.t = 0.0
    def __call__(self): return self.t
    def sleep(self, s): self.t += s
class Bucket:
    def __init__(self, rate, cap, clock): self.rate, self.cap, self.clock, self.tokens, self.last = rate, cap, clock, cap, clock()
    def take(self, n=1):
        now = self.clock()
        self.tokens = min(self.cap, self.tokens + (now - self.last) * self.rate)
        self.last = now
        if self.tokens >= n:
            self.tokens -= n
            return True
        return False
clock = Clock(); b = Bucket(2, 3, clock)
for pause in (0, 0, 0, 0, 0.25, 0.25, 5, 0, 0, 0):
    clock.sleep(pause); print(f"{clock():5.2f} {b.take()!s:5} {b.tokens:.2f}")
def backoff(fn, tries=5, base=0.5):
    for n in range(tries):
        try: return fn()
        except ConnectionError as e:
            delay = base * 2 ** n
            print(f"{e}; wait {delay}"); clock.sleep(delay)
    raise TimeoutError(f"after {tries} tries")
left = [3]
def call():
    left[0] -= 1
    if left[0] >= 0: raise ConnectionError(f"refused {left[0]}")
    return "ok"
print(backoff(call), clock()); left[0] = 9
try: backoff(call, 2)
except TimeoutError as e: print(repr(e), isinstance(e, OSError))
