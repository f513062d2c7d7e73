"""A tiny Lisp: tokenizer, reader, environment, evaluator, error messages."""
import math
import operator as op


class LispError(Exception):
    pass


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        super().__init__(zip(params, args))
        self.outer = outer

    def find(self, var):
        if var in self:
            return self
        if self.outer is None:
            raise LispError("unbound: " + var)
        return self.outer.find(var)


def tokenize(s):
    return s.replace("(", " ( ").replace(")", " ) ").split()


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    t = tokens.pop(0)
    if t == "(":
        lst = []
        while tokens and tokens[0] != ")":
            lst.append(read(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return lst
    if t == ")":
        raise LispError("unexpected )")
    for kind in (int, float, str):
        try:
            return kind(t)
        except ValueError:
            pass


GLOBAL = Env()
GLOBAL.update({"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": op.sub, "/": op.truediv, "<": op.lt, "=": op.eq, "list": lambda *a: list(a), "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda x, y: [x] + y, "null?": lambda x: x == [], "pi": math.pi, "map": lambda f, l: [f(x) for x in l]})


def evaluate(x, env=GLOBAL):
    while True:
        if isinstance(x, str):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case ["quote", value]:
                return value
            case ["if", test, yes, no]:
                x = yes if evaluate(test, env) else no
            case ["define", [name, *params], body]:
                env[name] = evaluate(["lambda", params, body], env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["lambda", params, body]:
                return lambda *args: evaluate(body, Env(params, args, env))
            case ["let", bindings, body]:
                env = Env([b[0] for b in bindings], [evaluate(b[1], env) for b in bindings], env)
                x = body
            case []:
                raise LispError("empty application")
            case [head, *rest]:
                fn, args = evaluate(head, env), [evaluate(a, env) for a in rest]
                if not callable(fn):
                    raise LispError(f"not a function: {show(fn)}")
                return fn(*args)


def show(v):
    return "(" + " ".join(map(show, v)) + ")" if isinstance(v, list) else str(v)


for src in ["(define r 10)", "(* pi (* r r))", "(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))", "(fact 20)", "(map (lambda (x) (* x x)) (list 1 2 3))", "(let ((a 1) (b 2)) (cons a (list b (quote (c d)))))",
            "(define (count l) (if (null? l) 0 (+ 1 (count (cdr l)))))", "(count (quote (a b c)))", "(foo 1)", "(1 2)", "(", ")", "(/ 1 0)", "(car (list))", "(+ 1.5 2)", "(fact)", "()"]:
    try:
        result = evaluate(read(tokenize(src)))
        print(src, "=>", show(result))
    except LispError as e:
        print(src, "!!", e)
    except Exception as e:
        print(src, "!!", type(e).__name__ + ":", e)
