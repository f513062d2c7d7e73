"""State machines: a turnstile, an ATM with an enum, a vending machine and a traffic light generator."""
from enum import Enum, auto
from itertools import islice
class S(Enum):
    IDLE = auto(); CARD = auto(); PIN = auto(); DONE = auto()
class ATM:
    PIN = "1234"
    def __init__(self, cash=100): self.state, self.cash, self.tries = S.IDLE, cash, 0
    def handle(self, event, arg=None):
        handler = getattr(self, f"{self.state.name.lower()}_{event}", None)
        if handler is None:
            return f"{event} is not allowed in {self.state.name}"
        return handler(arg) if arg is not None else handler()
    def idle_insert(self): self.state = S.CARD; return "enter pin"
    def card_pin(self, p):
        if p == self.PIN: self.state, self.tries = S.PIN, 0; return "welcome"
        self.tries += 1
        if self.tries == 3: self.state = S.DONE; return "card eaten"
        return f"wrong, {3 - self.tries} left"
    def pin_withdraw(self, n):
        if n > self.cash: return f"only {self.cash}"
        self.cash -= n; return f"here is {n}"
    def pin_eject(self): self.state = S.IDLE; return "bye"
    card_eject = pin_eject
atm = ATM()
for ev in [("withdraw", 5), ("insert",), ("pin", "0"), ("pin", "1234"), ("withdraw", 500), ("withdraw", 60), ("insert",), ("eject",), ("insert",), ("pin", ""), ("pin", "1"), ("pin", "2"), ("eject",)]:
    print(f"{atm.state!s:<8} {ev!r:<20} {atm.handle(*ev)}")
TURN = {("locked", "coin"): "unlocked", ("unlocked", "push"): "locked", ("unlocked", "coin"): "unlocked"}
state, log = "locked", []
for e in "push coin coin push push".split():
    state = TURN.get((state, e), state); log.append(state[0])
print("".join(log), state)
def light():
    while True:
        for color, secs in (("green", 3), ("yellow", 1), ("red", 2)):
            yield from [color] * secs
print(list(islice(light(), 8)))
class Vending:
    coins = {"nickel": 5, "dime": 10, "quarter": 25}
    def __init__(self): self.credit = 0
    def __lshift__(self, coin): self.credit += self.coins[coin]; return self
    def buy(self, price):
        if self.credit < price: raise ValueError(f"{price - self.credit} more cents")
        change, self.credit, out = self.credit - price, 0, {}
        for name, v in sorted(self.coins.items(), key=lambda kv: -kv[1]):
            n, change = divmod(change, v)
            if n: out[name] = n
        return out
v = Vending(); v << "quarter" << "quarter" << "dime"
try: print(v.buy(75))
except ValueError as e: print(e)
print((v << "quarter").buy(45), v.credit)
try: v << "penny"
except KeyError as e: print("no", e)
