"""Custom exceptions with hierarchy, else and finally, re-raise, retry loops, and error codes."""
class RegisterError(Exception):
    """Base."""
class NotEnough(RegisterError):
    def __init__(self, need, got):
        self.need, self.got = need, got
        super().__init__(need, got)
    def __str__(self): return f"{self.need - self.got:.2f} missing"
class Closed(RegisterError): pass
class Register:
    def __init__(self): self.open, self.total, self.log = False, 0.0, []
    def __enter__(self): self.open = True; return self
    def __exit__(self, t, v, tb):
        self.open = False
        self.log.append(f"closed with {t.__name__ if t else 'no error'}")
        return t is not None and issubclass(t, NotEnough)
    def pay(self, price, cash):
        if not self.open: raise Closed
        try:
            if cash < price: raise NotEnough(price, cash)
        except NotEnough as e:
            self.log.append(repr(e)); raise
        else:
            self.total += price
            return round(cash - price, 2)
        finally:
            self.log.append(f"tried {price}")
r = Register()
with r: print(r.pay(3.5, 5)); print(r.pay(9.99, 5)); print("never")
try: r.pay(1, 1)
except RegisterError as e: print(type(e), repr(e), str(e) == "", e.args)
try:
    with r: raise Closed("early") from KeyError("k")
except Closed as e: print(e, repr(e.__cause__))
print(*r.log, r.total, Closed.__doc__, RegisterError.__doc__, sep="\n")
for code in (0, "fatal", None):
    try: raise SystemExit(code)
    except SystemExit as e: print("exit", e.code, e.args)
def nested():
    try:
        try: raise ValueError("a")
        finally: print("inner finally")
    except ValueError as e:
        print("caught", e)
        return "r"
    finally: print("outer finally")
print(nested())
try: e
except NameError as err: print(err)
