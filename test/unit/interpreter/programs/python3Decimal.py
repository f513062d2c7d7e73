Programs of Python 3: decimal numbers.

# %% decimal
from decimal import *
import decimal
D=Decimal
print(D('0.1')+D('0.2'), D(1)/D(3), D('1.10')*2, D('10')/4, D(0.1), D(5), repr(D('1.0')), D('1E+5'), D('0.0000001'), D('123.456').quantize(D('0.01')), D('2.675').quantize(D('0.01'), rounding=ROUND_HALF_UP), D(2).sqrt(), D(2)**10, D(2)**-1, D(2)**D('0.5'), D('-7')//2, D('-7')%3, divmod(D(7),D(2)), -D('1.5'), abs(D('-2')), D('1.5')>1, D('1.0')==1, D('0.5')==0.5, max(D(1),D('2.5')), sum([D('0.1')]*3), round(D('2.5')), round(D('2.675'),2), int(D('3.9')), float(D('1.25')), D('100').normalize(), D('1.200').normalize(), D('3.14159').as_tuple(), hash(D('0.5'))==hash(0.5), {D('1'):2}[1])  # => 0.3 0.3333333333333333333333333333 2.20 2.5 0.1000000000000000055511151231257827021181583404541015625 5 Decimal('1.0') 1E+5 1E-7 123.46 2.68 1.414213562373095048801688724 1024 0.5 1.414213562373095048801688724 -3 -1 (Decimal('3'), Decimal('1')) -1.5 2 True True True 2.5 0.3 2 2.68 3 1.25 1E+2 1.2 DecimalTuple(sign=0, digits=(3, 1, 4, 1, 5, 9), exponent=-5) True 2
getcontext().prec=6; print(D(1)/D(7), D(22)/7, getcontext().prec, D(1)/3*3); getcontext().prec=50; print(D(1)/D(7), D(2).sqrt(), D(1).exp(), D(10).ln(), D(2).log10()); getcontext().prec=28  # => 0.142857 3.14286 6 0.999999
# => 0.14285714285714285714285714285714285714285714285714 1.4142135623730950488016887242096980785696718753769 2.7182818284590452353602874713526624977572470937000 2.3025850929940456840179914546843642076011014886288 0.30102999566398119521373889472449302676818988146211
with localcontext() as c:
    c.prec=5; print(D(1)/D(3))  # => 0.33333
print(D(1)/D(3), f"{D('1234567.891'):,.2f}", f"{D('0.125'):.2f}", f"{D('1.5'):>10}|", '%.2f'%D('2.345'), format(D('12.5'),'08.2f'), f"{D('1E+3'):f}", f"{D('0.25'):.0%}", f"{D('1234.5'):e}", f"{D('1234.5'):.2e}", str(D('1e-10')), D('Infinity'), D('NaN'), D('-0'), D('1_000'))  # => 0.3333333333333333333333333333 1,234,567.89 0.12        1.5| 2.35 00012.50 1000 25% 1.2345e+3 1.23e+3 1E-10 Infinity NaN -0 1000
for b in (lambda: D('abc'), lambda: D(1)/0, lambda: D(0)/0, lambda: D(1)+1.5, lambda: D(-1).sqrt(), lambda: D('1e30').quantize(D('0.01'))):
    try: b()
    except Exception as e: print(type(e).__name__, e)  # => InvalidOperation [<class 'decimal.ConversionSyntax'>]
    # => DivisionByZero [<class 'decimal.DivisionByZero'>]
    # => InvalidOperation [<class 'decimal.DivisionUndefined'>]
    # => TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
    # => InvalidOperation [<class 'decimal.InvalidOperation'>]
    # => InvalidOperation [<class 'decimal.InvalidOperation'>]
try: D(1)/D(0)
except ZeroDivisionError as e: print('zd')  # => zd
print(D('7.325').quantize(D('.01'), rounding=ROUND_DOWN), D('7.325').quantize(D('1.'), rounding=ROUND_UP), D('3.5').to_integral_value(), D('1.23').adjusted(), D('1')-D('0.9'), D('1.00')+D('2.5'), 3*D('1.1'), 10-D('0.1'), D('9.99')**2, D('1.01')**30, D((0,(1,2,3),-2)), D('1').compare(D('2')), D('5').is_zero(), D('0.3')-D('0.1')*3, D(10)**20, D(10)**-5, D('1e5')+D('1e-5'))  # => 7.32 8 4 0 0.1 3.50 3.3 9.9 99.8001 1.347848915332905650585522351 1.23 -1 False 0.0 100000000000000000000 0.00001 100000.00001
import math; print(math.floor(D('2.7')), math.ceil(D('2.1')), D('12.30').copy_abs(), isinstance(D(1), D), D('1.5').as_integer_ratio(), D(3).exp(), D('0.5').ln(), D(1000).log10())  # => 2 3 12.30 True (3, 2) 20.08553692318766774092852965 -0.6931471805599453094172321215 3
tot=D(0)
for p in ('19.99','5.01','0.99'): tot+=D(p)
print(tot, tot*D('0.08'), (tot*D('0.08')).quantize(D('0.01')), ROUND_HALF_EVEN)  # => 25.99 2.0792 2.08 ROUND_HALF_EVEN
