"""Kernighan's tiny regex matcher and a glob matcher, checked against re and fnmatch."""
import re, fnmatch
def match(rx, s):
    if rx[:1] == "^": return here(rx[1:], s)
    return any(here(rx, s[i:]) for i in range(len(s) + 1))
def here(rx, s):
    if not rx: return True
    if rx[1:2] == "*": return star(rx[0], rx[2:], s)
    if rx == "$": return not s
    return bool(s) and rx[0] in (".", s[0]) and here(rx[1:], s[1:])
def star(c, rx, s):
    while True:
        if here(rx, s): return True
        if not s or c not in (".", s[0]): return False
        s = s[1:]
for rx in ("abc", "^a.c$", "ab*c", ".*", "^b", "x*$", "a.*z"):
    row = [match(rx, s) for s in ("abc", "xabcx", "ac", "", "abbbc", "a..z")]
    assert row == [bool(re.search(rx, s)) for s in ("abc", "xabcx", "ac", "", "abbbc", "a..z")]
    print(f"{rx:7}", "".join(".X"[r] for r in row))
def glob(p, s): return not s if not p else (glob(p[1:], s) or bool(s) and glob(p, s[1:])) if p[0] == "*" else bool(s) and p[0] in ("?", s[0]) and glob(p[1:], s[1:])
for p in ("*.py", "a?c*", "*"): print(p, [glob(p, s) for s in ("x.py", "abc", "py", "")], [fnmatch.fnmatchcase(s, p) for s in ("x.py", "abc", "py", "")])
print(fnmatch.filter(["a.txt", "b.py", "C.PY"], "*.py"), fnmatch.translate("a*[!b]?"))
