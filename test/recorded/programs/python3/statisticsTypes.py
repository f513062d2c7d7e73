import statistics as st, random
from decimal import Decimal as D, getcontext, localcontext
from fractions import Fraction as F
r = random.Random(5)
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for i in range(12):
    fl = [r.uniform(-5, 50) for _ in range(r.randint(2, 9))]
    it = [r.randint(1, 50) for _ in range(len(fl))]
    de = [D(str(round(x, 2))) for x in fl]
    fr = [F(r.randint(1,9), r.randint(1,9)) for x in fl]
    for data in (fl, it, de, fr, [abs(x)+1 for x in fl]):
        for f in (st.mean, st.median, st.variance, st.pvariance, st.stdev, st.pstdev, st.harmonic_mean, st.geometric_mean, st.fmean, st.median_low, st.quantiles):
            t(f, data)
        t(st.variance, data, data[0]); t(st.pstdev, data, 3)
    t(st.covariance, fl, it); t(st.correlation, fl, it); t(st.linear_regression, fl, it); t(st.correlation, it, fl, method='ranked'); t(st.linear_regression, it, fl, proportional=True)
    t(st.harmonic_mean, it, it); t(st.harmonic_mean, it, [1]*len(it)); t(st.fmean, fl, it)
t(st.harmonic_mean, [0, 1]); t(st.harmonic_mean, [5]); t(st.harmonic_mean, [-5]); t(st.harmonic_mean, [-5, 3]); t(st.harmonic_mean, [])
t(st.mean, ['a']); t(st.mean, [1, F(1,2)]); t(st.mean, [1.5, F(1,2)]); t(st.mean, [True, False]); t(st.mean, [D(1), 2])
t(st.correlation, [1,1],[1,2]); t(st.correlation, [1],[1]); t(st.linear_regression, [1,1],[1,2]); t(st.geometric_mean, []); t(st.geometric_mean, [0])
t(st.stdev, [D(1), D(1)]); t(st.pstdev, [D(2)]); t(st.quantiles, [1,2], method='x')
getcontext().prec = 5
t(st.stdev, [D(1), D(2), D(4)]); t(st.mean, [D(1), D(2), D(4)]); t(st.pstdev, [D(7), D(2), D(9), D(100)])
