"""A bank with accounts, a ledger and its own exceptions."""
from collections import defaultdict
from dataclasses import dataclass, field


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} needs {needed - account.balance:.2f} more")
        self.needed = needed


@dataclass(order=True)
class Account:
    owner: str
    balance: float = 0.0
    history: list = field(default_factory=list, compare=False, repr=False)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits are positive")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self


class Bank:
    def __init__(self):
        self._accounts = {}

    def __getitem__(self, owner):
        if owner not in self._accounts:
            self._accounts[owner] = Account(owner)
        return self._accounts[owner]

    def __iter__(self):
        return iter(sorted(self._accounts.values()))

    def __len__(self):
        return len(self._accounts)

    def transfer(self, source, target, amount):
        self[source].withdraw(amount)
        self[target].deposit(amount)


bank = Bank()
bank["ann"].deposit(100).deposit(25.5)
bank["bob"].deposit(10)
bank.transfer("ann", "bob", 40)
for account in bank:
    print(account, account.history)
try:
    bank.transfer("bob", "cid", 1000)
except InsufficientFunds as error:
    print(type(error).__name__, error, error.args, error.needed)
try:
    bank["cid"].deposit(-1)
except ValueError as error:
    print("refused:", error)
print(len(bank), max(bank).owner, bank["ann"] > bank["bob"], Account("x") == Account("x", 0.0, [1]))
totals = defaultdict(float)
for account in bank:
    for kind, amount in account.history:
        totals[kind] += amount
print(dict(totals))
