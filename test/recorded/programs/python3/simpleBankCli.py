"""Bank with an abstract account, decorators for logging and a command loop."""
from functools import wraps
LOG = []
def logged(fn):
    @wraps(fn)
    def inner(self, *args):
        try:
            result = fn(self, *args)
        except Exception as e:
            LOG.append(f"{fn.__name__}{args} failed: {e}")
            raise
        LOG.append(f"{fn.__name__}{args} -> {self.balance}")
        return result
    return inner
class Account:
    fee = 0
    def __init__(self, balance=0): self.balance = balance
    @logged
    def deposit(self, n): self.balance += n; return self
    @logged
    def withdraw(self, n):
        assert n > 0, "amount must be positive"
        if n + self.fee > self.balance: raise ValueError(f"balance {self.balance} < {n + self.fee}")
        self.balance -= n + self.fee
        return self
class Checking(Account): fee = 1
class Savings(Account):
    rate = 0.05
    def year(self): return self.deposit(round(self.balance * self.rate, 2))
accts = {"c": Checking(50), "s": Savings()}
for line in "c deposit 25;c withdraw 70;c withdraw 10;s deposit 1000;s year;s year;c year;s withdraw -1;x deposit 1;c deposit abc".split(";"):
    who, what, *nums = line.split()
    try: print(line, "=", getattr(accts[who], what)(*map(float, nums)).balance)
    except (ValueError, AssertionError, AttributeError, KeyError) as e: print(line, "!", type(e).__name__, e)
print(*LOG, sep="\n"); print(Account.deposit.__name__, Checking.withdraw is Account.withdraw)
