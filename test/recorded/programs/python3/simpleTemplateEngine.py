"""A template engine with loops and conditions compiled to Python source and run by exec."""
import re
def compile_template(src):
    code, indent = ["def render(ctx):", " out = []"], 1
    for part in re.split(r"(\{\{.*?\}\}|\{%.*?%\})", src):
        pad = " " * indent
        if part.startswith("{{"):
            code.append(f"{pad}out.append(str(eval({part[2:-2].strip()!r}, {{}}, ctx)))")
        elif part.startswith("{%"):
            words = part[2:-2].split(None, 1)
            if words[0] == "for":
                var, seq = words[1].split(" in ")
                code += [f"{pad}for _v in eval({seq!r}, {{}}, ctx):", f"{pad} ctx[{var!r}] = _v"]
                indent += 1
            elif words[0] == "if":
                code.append(f"{pad}if eval({words[1].strip()!r}, {{}}, ctx):"); indent += 1
            elif words[0] == "else":
                code.append(" " * (indent - 1) + "else:")
            else:
                indent -= 1
        elif part:
            code.append(f"{pad}out.append({part!r})")
    code.append(" return ''.join(out)")
    ns = {}
    exec("\n".join(code), ns)
    return ns["render"]
t = compile_template("Hi {{ name.title() }}!{% for x in xs %}\n- {{ x }}{% if x > 2 %} big{% else %} small{% end %}{% end %}\nSum: {{ sum(xs) if xs else 'none' }}")
print(t({"name": "ann lee", "xs": [1, 2, 3]}))
print(t({"name": "bob", "xs": []}))
try: t({"xs": []})
except NameError as e: print(e)
try: eval("1 +")
except SyntaxError as e: print(type(e).__name__, e.msg)
print(eval("a * 2 + len(b)", {"b": "xyz"}, {"a": 5}), eval("[i for i in range(3)]"), exec("z = 3"), z)
