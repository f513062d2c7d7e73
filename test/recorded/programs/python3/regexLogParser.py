"""Parses a web server's log with named groups, counts and summarises."""
import re
from collections import Counter, defaultdict

LOG = r'''
127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326
10.0.0.7 - - [10/Oct/2000:13:55:40 -0700] "POST /login?user=%20x HTTP/1.1" 302 -
10.0.0.7 - - [10/Oct/2000:13:56:01 -0700] "GET /home HTTP/1.1" 200 5120
192.168.1.20 - amy [11/Oct/2000:00:00:00 -0700] "GET /missing.html HTTP/1.1" 404 209
garbage here
127.0.0.1 - frank [11/Oct/2000:08:15:59 -0700] "DELETE /item/42 HTTP/1.1" 500 17
'''
LINE = re.compile(r'''
    ^(?P<host>\S+)\s\S+\s(?P<user>\S+)\s
    \[(?P<when>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>[^\s"]+)[^"]*"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)$
''', re.VERBOSE)
status, bytes_by_host, days = Counter(), defaultdict(int), defaultdict(list)
for no, line in enumerate(LOG.strip().splitlines(), 1):
    m = LINE.match(line)
    if not m:
        print(f"line {no}: cannot parse {line!r}")
        continue
    d = m.groupdict()
    status[d["status"][0] + "xx"] += 1
    bytes_by_host[d["host"]] += 0 if d["size"] == "-" else int(d["size"])
    day = re.match(r"(\d+)/(\w+)/(\d{4})", d["when"])
    days[day.expand(r"\3-\2-\1")].append(d["path"])
    print(m.span("path"), m.start("status"), m["method"], m.lastgroup, m.group("user", "status"))
print(status.most_common(), dict(bytes_by_host), dict(days), sep="\n")
print(re.sub(r"(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}", r"\1.\2.*.*", LOG.splitlines()[1][:20]))
print(re.findall(r"/(\w+)(?:\.(\w+))?", LOG)[:6], LINE.groupindex, LINE.groups)
print(re.split(r"[\s/:]+", "10/Oct/2000:13:55 x"), re.split(r"(,)", "a,b,,c", maxsplit=2))
print([m.group() for m in re.finditer(r"\b\w*?([aeiou])\1\w*", "a book about moose and cheetahs seen")])
