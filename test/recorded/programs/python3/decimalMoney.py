"""Decimals: invoices, rounding modes, contexts, quantize, signals; fractions beside them."""
from decimal import Decimal, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN, ROUND_CEILING, getcontext, localcontext, InvalidOperation, DivisionByZero, Inexact, Context
from fractions import Fraction

CENT = Decimal("0.01")
lines = [("Widget", 3, "19.99"), ("Bolt", 1000, "0.015"), ("Service", 1, "149")]
subtotal = Decimal(0)
for name, qty, price in lines:
    amount = qty * Decimal(price)
    subtotal += amount
    print(f"{name:<10}{qty:>6} x {Decimal(price):>8} = {amount:>10.2f} {amount!r}")
tax = (subtotal * Decimal("0.0825")).quantize(CENT, rounding=ROUND_HALF_UP)
print(subtotal, tax, subtotal + tax, f"{subtotal + tax:,.2f}", (subtotal + tax).to_integral_value())
for v in ("2.5", "3.5", "-2.5", "2.675", "1.005"):
    d = Decimal(v)
    print(v, [str(d.quantize(Decimal("1"), rounding=r)) for r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN, ROUND_CEILING)], round(d, 1), round(d))
print(Decimal("0.1") + Decimal("0.2"), Decimal(0.1), Decimal("1E+3"), Decimal("1.10").normalize(), Decimal("100").normalize(), Decimal(1) / 3, Decimal(2).sqrt())
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / 7, Decimal(2) ** Decimal("0.5"), Decimal("123456789") + 0, -Decimal("1.23456789"))
print(getcontext().prec, Decimal(1) / 7, Decimal("-7") // 2, Decimal("-7") % 2, divmod(Decimal(7), Decimal("1.5")), Decimal(7).as_tuple(), Decimal("12.340").as_tuple().exponent)
print(Decimal("NaN"), Decimal("Infinity") > 10 ** 100, Decimal("1.0") == 1, Decimal("1.5") == 1.5, hash(Decimal(3)) == hash(3), Decimal("0E-5"), Decimal("-0"), max(Decimal(1), Decimal("1.01")), sum([Decimal("0.1")] * 3))
for bad in (lambda: Decimal("abc"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(1) + 1.0, lambda: Decimal(-1).sqrt(), lambda: Decimal(1).quantize(Decimal("1e-40"))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e, [c.__name__ for c in type(e).__mro__[1:3]])
print(Fraction(3, -6), Fraction("0.125"), Fraction(1, 3) + Fraction(1, 6), Fraction(7, 2) // 1, Fraction(7, 3) % 1, repr(Fraction(0.5)), Fraction(22, 7).limit_denominator(5), float(Fraction(1, 3)), round(Fraction(5, 2)), Fraction(2, 3) ** 2, Fraction("3/4") < 0.8)
print(Decimal("3.14159").__round__(2), f"{Decimal('1234.5'):012,.1f}", f"{Decimal('0.00012'):e}", f"{Decimal('0.25'):%}", int(Decimal("3.9")), float(Decimal("2.5")), Decimal("1e5"), str(Decimal("123E-8")), Decimal("5").compare(Decimal("7")), Decimal("1.23").scaleb(2), Decimal(10).log10(), Decimal(1).exp())
