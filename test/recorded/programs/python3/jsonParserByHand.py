"""A recursive-descent JSON parser written by hand, checked against the json module."""
import json


class ParseError(Exception):
    def __init__(self, msg, text, pos):
        line = text.count("\n", 0, pos) + 1
        col = pos - (text.rfind("\n", 0, pos) + 1) + 1
        super().__init__(f"{msg} (line {line}, column {col})")


class Parser:
    ESC = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "r": "\r"}
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text):
        self.t, self.i = text, 0

    def fail(self, msg):
        raise ParseError(msg, self.t, self.i)

    def ws(self):
        while self.i < len(self.t) and self.t[self.i] in " \n\t\r":
            self.i += 1

    def peek(self):
        self.ws()
        return self.t[self.i] if self.i < len(self.t) else ""

    def expect(self, ch):
        if self.peek() != ch:
            self.fail(f"expected {ch!r}, got {self.peek() or 'end'!r}")
        self.i += 1

    def parse(self):
        v = self.value()
        if self.peek():
            self.fail("extra data")
        return v

    def value(self):
        ch = self.peek()
        if ch == "{":
            return self.sequence("{", "}", self.pair, dict)
        if ch == "[":
            return self.sequence("[", "]", self.value, list)
        if ch == '"':
            return self.string()
        if ch and ch in "-0123456789":
            return self.number()
        for w, v in self.WORDS.items():
            if self.t.startswith(w, self.i):
                self.i += len(w)
                return v
        self.fail("unexpected " + (repr(ch) if ch else "end"))

    def sequence(self, op, cl, item, build):
        self.expect(op)
        items = []
        if self.peek() != cl:
            items.append(item())
            while self.peek() == ",":
                self.i += 1
                items.append(item())
        self.expect(cl)
        return build(items)

    def pair(self):
        self.ws()
        k = self.string()
        self.expect(":")
        return k, self.value()

    def string(self):
        self.expect('"')
        out = []
        while self.i < len(self.t):
            c = self.t[self.i]
            self.i += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                e = self.t[self.i]
                self.i += 1
                if e == "u":
                    out.append(chr(int(self.t[self.i:self.i + 4], 16)))
                    self.i += 4
                else:
                    out.append(self.ESC[e])
            else:
                out.append(c)
        self.fail("unterminated string")

    def number(self):
        start = self.i
        while self.i < len(self.t) and self.t[self.i] in "+-.eE0123456789":
            self.i += 1
        s = self.t[start:self.i]
        return int(s) if s.lstrip("-").isdigit() else float(s)


docs = ['{"a": [1, 2.5, -3e2, true, null], "b": {"c": "x\\n\\u00e9\\"q\\""}}', "[]", "{}", ' "plain" ', "[[[]], {}, [{}]]", "-0.0"]
for d in docs:
    got = Parser(d).parse()
    print(repr(got), got == json.loads(d))
for d in ["[1, 2", '{"a" 1}', '{"a": }', "[1] x", '"abc', "", '{\n  "k": tru\n}']:
    try:
        Parser(d).parse()
    except ParseError as e:
        print(repr(d), "->", e)
