"""Dates and times: parsing, formatting, arithmetic, ISO weeks, time zones, ages and calendars."""
from datetime import date, datetime, timedelta, time, timezone
import calendar

d = date(2024, 2, 28)
for n in range(4):
    print((d + timedelta(n)).strftime("%a %d %b %Y, day %j, week %V"), (d + timedelta(n)).isocalendar())
t = datetime(2024, 12, 31, 23, 59, 58, 123456)
print(t, repr(t), t.isoformat(timespec="milliseconds"), t.isoformat(" "), f"{t:%Y/%m/%d %I:%M %p}", t.ctime())
print(t + timedelta(seconds=3), t - datetime(2024, 1, 1), (t - timedelta(weeks=2)).date(), t.replace(microsecond=0, year=2023))
delta = timedelta(days=-1, hours=5, minutes=3)
print(delta, repr(delta), delta.days, delta.seconds, delta.total_seconds(), abs(delta), -delta, delta * 2, delta / 2, delta // timedelta(hours=1), timedelta(1.5), divmod(timedelta(hours=7), timedelta(hours=2)))
print(datetime.strptime("03-Mar-2021 07:05", "%d-%b-%Y %H:%M"), date.fromisoformat("2020-02-29").replace(day=1), datetime.fromisoformat("2024-05-06T07:08:09+02:00"))
utc = datetime(2024, 3, 10, 12, tzinfo=timezone.utc)
ny = timezone(timedelta(hours=-5), "EST")
print(utc, utc.astimezone(ny), utc.astimezone(ny).tzname(), utc.astimezone(timezone(timedelta(hours=5, minutes=30))), utc.timestamp(), datetime.fromtimestamp(0, timezone.utc))
print(utc == datetime(2024, 3, 10, 7, tzinfo=ny), repr(utc), repr(ny), utc.strftime("%z %Z"), timezone.utc)
def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 3, 1)), (date(2024, 12, 25) - d).days, d.weekday(), d.isoweekday(), d.toordinal(), date.fromordinal(738000))
print([date(y, 2, 1).replace(day=29).strftime("%A") for y in range(2000, 2025) if calendar.isleap(y)])
print(calendar.month(2024, 2), calendar.monthrange(2023, 2), calendar.day_name[0], calendar.month_abbr[12])
print(time(9, 5), time(23, 59, 59, 999), time(1) < time(2), time.fromisoformat("04:23:01"), datetime.combine(d, time(1, 2)), date.min, datetime.max, timedelta.max)
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: datetime.strptime("x", "%d"), lambda: t - utc, lambda: t < d, lambda: date.fromisoformat("24-1-1"), lambda: d + 1, lambda: time(25), lambda: timedelta.max + timedelta(1), lambda: datetime.strptime("2024-01-01 x", "%Y-%m-%d")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
fridays = [date(2024, m, 13) for m in range(1, 13) if date(2024, m, 13).weekday() == 4]
print(fridays, sorted([date(2024, 1, 2), date(2023, 5, 5)]), min(d, date.max), d.timetuple()[:8], hash(d) == hash(date(2024, 2, 28)))
