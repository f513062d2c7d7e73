"""Dates, times, durations, formatting and parsing, with a calendar of one month."""
import calendar
from datetime import date, datetime, time, timedelta, timezone

start = datetime(2024, 2, 28, 22, 30)
print(start, repr(start), start.date(), start.time(), start.isoformat(), start.weekday(), start.strftime("%A %d %B %Y, %H:%M:%S %j %U"))
print(start + timedelta(days=2, hours=3), start - datetime(2023, 12, 31), timedelta(seconds=90061.5), -timedelta(minutes=5))
print(repr(timedelta(weeks=1, microseconds=7)), timedelta(days=1) / timedelta(hours=5), timedelta(hours=25) // 2, timedelta(1).total_seconds())
print(date(2024, 2, 29).replace(year=2023, day=1), date.fromisoformat("2020-03-04").isocalendar(), date(2000, 1, 1).toordinal(), date.min, date.max)
print(datetime.strptime("03/11/21 07:08", "%d/%m/%y %H:%M"), datetime.strptime("Jan 5 2020 1:02PM", "%b %d %Y %I:%M%p"))
zone = timezone(timedelta(hours=5, minutes=30), "IST")
aware = datetime(2021, 6, 1, 12, tzinfo=zone)
print(aware, aware.astimezone(timezone.utc), aware.utcoffset(), aware.tzname(), aware == datetime(2021, 6, 1, 6, 30, tzinfo=timezone.utc))
print(time(13, 5).strftime("%I:%M %p"), time.fromisoformat("04:05:06"), sorted([date(2020, 5, 1), date(2019, 1, 1)])[0], date(2020, 1, 1) < date(2020, 1, 2))
for wrong in (lambda: date(2023, 2, 29), lambda: datetime.strptime("x", "%Y"), lambda: date(2020, 1, 1) + 5, lambda: aware < datetime.now(), lambda: time(25)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(calendar.month(2024, 2), calendar.isleap(1900), calendar.monthrange(2023, 2), calendar.month_name[7], list(calendar.day_abbr))
birthday = date(1990, 12, 15)
today = date(2024, 6, 1)
age = today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day))
print(f"{age} years, {(today - birthday).days} days, {today:%d.%m.%Y}")
day = date(2024, 1, 30)
month_ends = []
for _ in range(4):
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    month_ends.append((following - timedelta(days=1)).isoformat())
    day = following
print(month_ends, datetime.fromtimestamp(0, tz=timezone.utc), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp())
