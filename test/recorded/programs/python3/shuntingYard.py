"""Shunting-yard to RPN, RPN evaluation, infix printing with minimal parentheses."""
import re
import operator

OPS = {"+": (1, "L", operator.add), "-": (1, "L", operator.sub), "*": (2, "L", operator.mul), "/": (2, "L", operator.truediv), "^": (4, "R", operator.pow), "~": (3, "R", operator.neg)}
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")


def tokens(text):
    prev = "("
    for number, other in TOKEN.findall(text):
        if number:
            yield float(number) if "." in number else int(number)
            prev = "n"
        else:
            if other == "-" and (prev in OPS or prev == "("):
                other = "~"
            yield other
            prev = other


def to_rpn(text):
    out, stack = [], []
    for t in tokens(text):
        if isinstance(t, (int, float)):
            out.append(t)
        elif t == "(":
            stack.append(t)
        elif t == ")":
            while stack and stack[-1] != "(":
                out.append(stack.pop())
            if not stack:
                raise ValueError("mismatched )")
            stack.pop()
        elif t in OPS:
            p, assoc, _ = OPS[t]
            while t != "~" and stack and stack[-1] in OPS and (OPS[stack[-1]][0] > p or OPS[stack[-1]][0] == p and assoc == "L"):
                out.append(stack.pop())
            stack.append(t)
        else:
            raise ValueError(f"bad character {t!r}")
    while stack:
        if stack[-1] == "(":
            raise ValueError("mismatched (")
        out.append(stack.pop())
    return out


def evaluate(rpn):
    st = []
    for t in rpn:
        if t == "~":
            st.append(-st.pop())
        elif t in OPS:
            b, a = st.pop(), st.pop()
            st.append(OPS[t][2](a, b))
        else:
            st.append(t)
    (value,) = st
    return value


for e in ["3 + 4 * 2 / ( 1 - 5 ) ^ 2 ^ 3", "1 - 2 - 3", "2 ^ 3 ^ 2", "-2 ^ 2", "(-2) ^ 2", "4 * -3", "10 / 4", "1.5 * (2", "1 + ", "2 $ 3", "1 / 0", ")", "2 3"]:
    try:
        rpn = to_rpn(e)
        print(f"{e:32} {' '.join(map(str, rpn)):32}", evaluate(rpn))
    except (ValueError, IndexError, ZeroDivisionError) as err:
        print(f"{e:32} {type(err).__name__}: {err}")
