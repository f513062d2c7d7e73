"""A bank and a guessing game with scripted input in Python 2; string exceptions are gone, old raise is not."""
import sys
class BankError(Exception): pass
class Account(object):
    interest = 5
    def __init__(self, owner, balance=0L):
        self.owner, self.__balance = owner, balance
    def deposit(self, n):
        if n <= 0: raise BankError, 'bad amount: %s' % n
        self.__balance += n
    def withdraw(self, n):
        if n > self.__balance: raise BankError('insufficient funds', self.__balance, n)
        self.__balance -= n
    def add_interest(self): self.__balance += self.__balance * self.interest / 100
    balance = property(lambda self: self.__balance)
    def __str__(self): return '%s: %d' % (self.owner, self.__balance)
    def __repr__(self): return 'Account(%r, %r)' % (self.owner, self.__balance)
    def __cmp__(self, other): return cmp(self.balance, other.balance)
a, b = Account('ann', 99), Account('bob')
for action, n in (('deposit', 51), ('withdraw', 500), ('deposit', -1), ('withdraw', 10)):
    try:
        getattr(a, action)(n)
    except BankError, e:
        print >>sys.stdout, action, 'failed:', e, e.args
    else:
        print action, 'ok:', a
a.add_interest(); print a, repr(b), sorted([a, b]), a > b, max(a, b).owner
try: a.balance = 3
except AttributeError, e: print e
try: a.__balance
except AttributeError, e: print e
answers = iter(['50', '25', 'x', '37', '31', '34', '33'])
secret, tries = 33, 0
while 1:
    g = answers.next()
    try: g = int(g)
    except ValueError, e:
        print 'Not a number:', e
        continue
    tries += 1
    if g < secret: print g, 'too low'
    elif g > secret: print g, 'too high'
    else:
        print 'Got it in %d %s' % (tries, tries == 1 and 'try' or 'tries')
        break
try:
    try: 1 / 0
    finally: print 'cleanup'
except ZeroDivisionError, e: print type(e), e
print 5 / 2, 5 % 2, -5 / 2, 5 / 2., 1e3, 1.0, 100000000000000000000.0, 0.1, 1/3., str(1/3.), repr(2/3.), 2**31, 2**-1, 10**-2, 1e-5, 123456789.123456789
