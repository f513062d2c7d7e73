"""A lexer with named groups and a recursive-descent evaluator of assignments."""
import re
SPEC = [("NUM", r"\d+(?:\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("POW", r"\*\*"), ("OP", r"[-+*/()=%]"), ("NL", r"\n"), ("SKIP", r"[ \t]+|#.*"), ("BAD", r".")]
RE = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def lex(s):
    line, start = 1, 0
    for m in RE.finditer(s):
        kind, val = m.lastgroup, m.group()
        if kind == "NL": line, start = line + 1, m.end(); yield kind, val, line - 1, 0; continue
        if kind == "SKIP": continue
        if kind == "BAD": raise SyntaxError(f"{val!r} at {line}:{m.start() - start}")
        yield kind, (float(val) if "." in val else int(val)) if kind == "NUM" else val, line, m.start() - start
    yield "NL", "", line, 0
class Calc:
    def __init__(self): self.vars = {}
    def run(self, src):
        line = []
        for t in lex(src):
            if t[0] != "NL": line.append(t); continue
            if line:
                self.t, self.i = line, 0
                if len(line) > 1 and line[1][1] == "=": self.i = 2; self.vars[line[0][1]] = self.expr()
                else: print(self.expr())
                if self.i < len(line): raise SyntaxError(f"unexpected {line[self.i][1]!r}")
            line = []
    def peek(self): return self.t[self.i][1] if self.i < len(self.t) else None
    def take(self): self.i += 1; return self.t[self.i - 1]
    def expr(self):
        v = self.term()
        while self.peek() in ("+", "-"): v = v + self.term() if self.take()[1] == "+" else v - self.term()
        return v
    def term(self):
        v = self.power()
        while self.peek() in ("*", "/", "%"):
            op = self.take()[1]; w = self.power()
            v = v * w if op == "*" else v / w if op == "/" else v % w
        return v
    def power(self):
        v = self.atom()
        return v ** self.power() if self.peek() == "**" and self.take() else v
    def atom(self):
        if self.peek() is None: raise SyntaxError("unexpected end")
        kind, val, *_ = self.take()
        if kind == "NUM": return val
        if kind == "ID": return self.vars[val]
        if val == "-": return -self.atom()
        if val == "(":
            v = self.expr()
            if self.peek() != ")": raise SyntaxError("expected )")
            self.take(); return v
        raise SyntaxError(f"unexpected {val!r}")
print(list(lex("x = 3.5*(y)\n"))[:4])
c = Calc()
c.run("a = 2 # two\nb = a ** 3 ** 2 % 100\nb - -a\n(a + 1) * 2.5 / 4\n")
for bad in ("1 +", "(1", "q", "1 $ 2", "1 2", "1/0"):
    try: c.run(bad)
    except (SyntaxError, KeyError, ZeroDivisionError) as e: print(f"{bad:6}", type(e).__name__, e)
print(c.vars)
