"""statistics.NormalDist, and weekdays of calendar as enumerations."""
from statistics import NormalDist, StatisticsError
import calendar
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode)
print(n.pdf(100), n.cdf(115), n.inv_cdf(0.975), n.zscore(130), n.quantiles(), n.quantiles(n=10))
print(NormalDist.from_samples([1, 2, 3, 4, 5.5]), NormalDist.from_samples([70.5, 80, 90]))
print(n + 5, n - 5, n * 2, n / 2, 2 * n, -n, 10 - n, n + NormalDist(5, 2), n == NormalDist(100, 15), hash(n) == hash(NormalDist(100, 15)))
print(n.overlap(NormalDist(110, 12)), NormalDist(0, 1).overlap(NormalDist(1, 1)), NormalDist().samples(3, seed=42))
print([NormalDist().inv_cdf(p) for p in (1e-10, 1e-5, 0.01, 0.1, 0.5, 0.9, 0.999999, 1 - 1e-12)])
print([NormalDist(0.5, 2.5).cdf(x / 3) for x in range(-6, 7)], [NormalDist(0.5, 2.5).pdf(x / 3) for x in range(-6, 7)])
try: NormalDist(0, -1)
except StatisticsError as e: print(e)
try: n.inv_cdf(2)
except StatisticsError as e: print(e)
print(calendar.MONDAY, repr(calendar.MONDAY), repr(calendar.weekday(2024, 1, 1)), calendar.weekday(2024, 1, 1), calendar.monthrange(2024, 2), repr(calendar.JANUARY), calendar.Month, calendar.Day, repr(calendar.firstweekday()), calendar.MAY, repr(calendar.FEBRUARY))
print(calendar.day_name[calendar.weekday(2024, 7, 4)], calendar.FRIDAY == 4, calendar.FRIDAY + 1, f"{calendar.SUNDAY}", calendar.Day(3), calendar.Day.TUESDAY.name, list(calendar.Day)[:2])
c = calendar.Calendar(firstweekday=6); print(c.getfirstweekday(), calendar.TextCalendar(calendar.SUNDAY).formatmonth(2024, 2))
