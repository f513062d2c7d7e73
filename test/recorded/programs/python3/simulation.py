"""Queues, events, a vending machine, a bank of elevators and a seeded random walk."""
import random
from dataclasses import dataclass, field
from enum import Enum, IntEnum, Flag, auto
import heapq


class State(Enum):
    IDLE = "idle"
    READY = "ready"
    SOLD_OUT = "sold out"


class Coin(IntEnum):
    NICKEL = 5
    DIME = 10
    QUARTER = 25


class Options(Flag):
    SUGAR = auto()
    MILK = auto()
    LID = auto()


class Machine:
    price = 40

    def __init__(self, stock):
        self.stock, self.credit, self.state = stock, 0, State.IDLE

    def insert(self, coin):
        self.credit += coin
        if self.credit >= self.price and self.state is State.IDLE:
            self.state = State.READY
        return self.state

    def vend(self, options=Options(0)):
        if self.state is not State.READY:
            raise RuntimeError(f"machine is {self.state.value}")
        self.stock -= 1
        change, self.credit = self.credit - self.price, 0
        self.state = State.IDLE if self.stock else State.SOLD_OUT
        coins = []
        for coin in sorted(Coin, reverse=True):
            n, change = divmod(change, coin)
            coins += [coin.name] * n
        return coins, options


machine = Machine(1)
print(machine.insert(Coin.DIME), machine.insert(Coin.QUARTER), machine.insert(Coin.QUARTER), machine.credit)
print(machine.vend(Options.SUGAR | Options.LID), machine.state, Coin(10), Coin.DIME + 1, Options.SUGAR in (Options.SUGAR | Options.MILK), list(State), State("idle").name)
try:
    machine.vend()
except RuntimeError as error:
    print(error)


@dataclass(order=True)
class Event:
    time: int
    name: str = field(compare=False)
    payload: dict = field(default_factory=dict, compare=False, repr=False)


queue = []
for event in [Event(5, "close"), Event(1, "open", {"who": "ann"}), Event(3, "serve")]:
    heapq.heappush(queue, event)
while queue:
    event = heapq.heappop(queue)
    print(event, event.payload.get("who", "-"))

random.seed(12345)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.choice("abc"), random.sample(range(100), 5), round(random.gauss(0, 1), 6), random.uniform(1, 2))
deck = [rank + suit for suit in "SH" for rank in "A23"]
random.shuffle(deck)
print(deck, random.choices([1, 2, 3], weights=[1, 1, 8], k=6), random.getrandbits(16), random.randrange(0, 100, 7), random.triangular(0, 1, 0.5), random.expovariate(2))
walk = [0]
for _ in range(20):
    walk.append(walk[-1] + random.choice((-1, 1)))
low, high = min(walk), max(walk)
for level in range(high, low - 1, -1):
    print(f"{level:>3} " + "".join("*" if w == level else " " for w in walk).rstrip())
own = random.Random("text seed")
print(own.random(), own.randint(1, 10 ** 20), own.betavariate(2, 3), own.gammavariate(2, 1))
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(2000))
print(4 * inside / 2000)
