"""The statistics module, math functions, cmath, and a histogram."""
import statistics as st
import math
import cmath

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.mode(data), st.multimode("aabbc"))
print(st.pstdev(data), st.stdev(data), st.pvariance(data), st.variance(data), st.harmonic_mean([40, 60]), st.geometric_mean([54, 24, 36]), st.quantiles(data, n=4), st.median_grouped([1, 3, 3, 5]))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(st.correlation(x, y), st.covariance(x, y), st.linear_regression(x, y))
nd = st.NormalDist(100, 15)
print(nd, nd.cdf(115), nd.inv_cdf(0.5), nd.pdf(100), nd.zscore(130), nd + 5, st.NormalDist.from_samples([1, 2, 3]))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.correlation([1, 1], [1, 2])):
    try: bad()
    except st.StatisticsError as e: print("StatisticsError", e)
print(math.sqrt(2), math.hypot(3, 4), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(99), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5))
print(math.log(8, 2), math.log2(8), math.log10(0.001), math.log1p(1e-10), math.exp(1), math.expm1(1e-5), math.pow(2, 0.5), math.sin(1), math.cos(math.pi), math.tan(0.5), math.atan2(-1, -1), math.degrees(math.pi), math.radians(90))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.inf > 1, math.copysign(3, -0.0), math.fsum([0.1] * 10), math.modf(-3.25), math.frexp(10), math.ldexp(0.5, 4), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4), math.prod([1, 2, 3]), math.dist((0, 0), (1, 1)), math.gamma(5), math.erf(0.5), math.nextafter(1, 2), math.ulp(1.0), math.cbrt(27), math.tau)
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.factorial(2.5), lambda: math.acos(2), lambda: math.floor(math.inf), lambda: math.sqrt("x"), lambda: math.isqrt(-4)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
z = 3 + 4j
print(abs(z), z.conjugate(), z * 1j, z / (1 - 2j), z ** 2, cmath.sqrt(-4), cmath.phase(-1), cmath.polar(1j), cmath.rect(2, 0), cmath.exp(1j * math.pi).real, complex("1-2j"), z == complex(3, 4), -z, (1j) ** 2, repr(complex(0, -0.0)), cmath.isclose(z, z + 1e-12))
bins = {}
for v in [12, 17, 23, 25, 31, 38, 39, 45, 58]:
    bins[v // 10 * 10] = bins.get(v // 10 * 10, 0) + 1
for k in range(10, 60, 10): print(f"{k}-{k + 9}: {'█' * bins.get(k, 0):<4}|{bins.get(k, 0) / 9:6.1%}")
