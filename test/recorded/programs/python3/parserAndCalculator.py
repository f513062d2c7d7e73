"""A tokenizer with regular expressions, a recursive descent parser and an evaluator for arithmetic."""
import math
import operator
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    position: int


SPEC = [("NUMBER", r"\d+(\.\d*)?([eE][-+]?\d+)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"\*\*|[-+*/%(),=]"), ("SKIP", r"\s+"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in SPEC))


def tokenize(text):
    for match in PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == "BAD":
            raise SyntaxError(f"unexpected {match.group()!r} at {match.start()}")
        if kind != "SKIP":
            yield Token(kind, match.group(), match.start())
    yield Token("END", "", len(text))


class Calculator:
    BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod}

    def __init__(self):
        self.names = {"pi": math.pi, "sqrt": math.sqrt, "max": max}

    def run(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0
        if self.peek(1).text == "=" and self.peek().kind == "NAME":
            name = self.take().text
            self.take("=")
            value = self.names[name] = self.sum()
        else:
            value = self.sum()
        self.take("")
        return value

    def peek(self, ahead=0):
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def take(self, text=None):
        token = self.peek()
        if text is not None and token.text != text:
            raise SyntaxError(f"expected {text or 'the end'} but found {token.text or 'the end'}")
        self.at += 1
        return token

    def chain(self, part, operators):
        value = part()
        while self.peek().text in operators:
            value = self.BINARY[self.take().text](value, part())
        return value

    def sum(self):
        return self.chain(self.product, ("+", "-"))

    def product(self):
        return self.chain(self.unary, ("*", "/", "%"))

    def unary(self):
        if self.peek().text == "-":
            self.take()
            return -self.unary()
        return self.power()

    def power(self):
        base = self.atom()
        if self.peek().text == "**":
            self.take()
            return base ** self.unary()
        return base

    def atom(self):
        token = self.take()
        if token.kind == "NUMBER":
            return float(token.text) if any(c in token.text for c in ".eE") else int(token.text)
        if token.text == "(":
            value = self.sum()
            self.take(")")
            return value
        if token.kind == "NAME":
            value = self.names[token.text]
            if self.peek().text == "(":
                self.take()
                args = [self.sum()]
                while self.peek().text == ",":
                    self.take()
                    args.append(self.sum())
                self.take(")")
                return value(*args)
            return value
        raise SyntaxError(f"unexpected {token.text or 'end'}")


calculator = Calculator()
for line in ["1 + 2 * 3", "-(2 ** 3) ** 2", "x = 7 % 4 / 2", "x * 10", "sqrt(2) * pi", "max(1, x, 2.5e0)", "2 ** -1", "(1", "3 $ 4", "y + 1", "1 / 0", "sqrt(-1)"]:
    try:
        print(f"{line:18} = {calculator.run(line)}")
    except Exception as error:
        print(f"{line:18} ! {type(error).__name__}: {error}")
print(list(tokenize("a=1"))[0], Token("A", "b", 1)._asdict())
