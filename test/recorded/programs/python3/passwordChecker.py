"""Password strength, usernames, e-mail checks with re and string methods."""
import re
import string

def strength(p):
    checks = [len(p) >= 8, any(map(str.isdigit, p)), any(c.isupper() for c in p), any(c in string.punctuation for c in p), not re.search(r"(.)\1\1", p)]
    return sum(checks), ["length", "digit", "upper", "punct", "repeat"][checks.index(False)] if False in checks else None

for p in ["password", "Passw0rd!", "aaa", "", "Tr0ub4dor&3", "AAAAAAAA1!"]:
    score, missing = strength(p)
    print(f"{p!r:14} {'*' * score:5} {['terrible', 'bad', 'weak', 'fair', 'good', 'great'][score]:9} {missing}")
EMAIL = re.compile(r"^[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$", re.I)
for e in ["a@b.co", "first.last+tag@Sub.Example.org", "no-at.com", "two@@x.com", "x@y", "ü@x.de"]:
    m = EMAIL.match(e)
    print(e, bool(m), m and m.group(0).rpartition("@")[2].lower())
names = ["  Mary-Ann O'Neil ", "JOSÉ garcía", "x"]
print([re.sub(r"\W+", "", n.lower())[:8].ljust(4, "_") for n in names])
print([n.strip().title() for n in names], string.capwords(names[1]), [re.fullmatch(r"[A-Za-z '-]+", n) is not None for n in names])
print(re.sub(r"(?P<a>\d{4})-(?P<b>\d\d)", r"\g<b>/\g<a>", "on 2024-05 and 1999-12"), re.sub("[aeiou]", lambda m: m[0].upper(), "vowels here", count=2), re.subn("x", "y", "xxx"))
phone = re.compile(r"\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})(?:\s*x(\d+))?")
for t in ["(555) 123-4567", "555.123.4567 x89", "5551234567", "55-1234"]:
    print(t, "->", (m := phone.search(t)) and m.groups(""))
print(re.escape("a.b*c"), re.findall(r"(?i)\bthe\b", "The other the THE"), re.findall(r"(?<=\$)\d+(?:\.\d\d)?(?!%)", "$5 $7.25 8"), re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
print(bool(re.match("a.c", "a\nc")), bool(re.match("a.c", "a\nc", re.S)), re.findall("^b$", "a\nb\nc", re.M), re.search("b+?", "abbb").span(), re.match("(a)|(b)", "b").groups(), re.match(r"(\w)(\w)?", "x").group(1, 2))
for bad in ("(", "[a", "*", "(?P<1>a)", r"\2", "a{2,1}", "(?z)"):
    try: re.compile(bad)
    except re.error as e: print(repr(bad), e)
