"""JSON round trips, wrapping of text, templates, tables and pretty printing."""
import json
import pprint
import textwrap
from string import Template, ascii_lowercase, digits

record = {"name": "Zoë", "tags": ["a", "b"], "size": {"w": 1.5, "h": 2, "none": None}, "ok": True, "n": 10 ** 20, "t": (1, 2), 3: "three"}
text = json.dumps(record)
print(text)
print(json.dumps(record, indent=2, ensure_ascii=False, sort_keys=False))
print(json.dumps([1, {"b": 1, "a": [float("inf")]}], sort_keys=True, separators=(",", ":")), json.dumps([], indent=2), json.dumps({}), json.dumps("tab\t\"q\" \u2028"))
back = json.loads(text)
print(back == record, back["t"], back["3"], json.loads('[1, 2.0, 1e3, -0, "\\u00e9\\n", null, true]'))
for wrong in ("{", "[1,]", "{'a': 1}", "nul", '{"a" 1}', "", "[1] x"):
    try:
        json.loads(wrong)
    except json.JSONDecodeError as error:
        print(error, "|", error.pos)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
print(json.dumps({1, 2}, default=sorted), json.loads("[1.5]", parse_float=str), json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d.items())))
paragraph = "The quick brown fox jumps over the lazy dog while extraordinarily-long-words try to fit   into narrow columns."
print(textwrap.fill(paragraph, width=28, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(paragraph, 20), textwrap.shorten(paragraph, 40), textwrap.dedent("    a\n      b\n    c"), textwrap.indent("x\n\ny", "> "))
print(Template("$who likes ${what}s for $$5").substitute(who="tim", what="cat"), Template("$a $b").safe_substitute(a=1), ascii_lowercase[:5], digits)
pprint.pprint({"numbers": list(range(30)), "words": ["alpha" * 3, "beta" * 4, "gamma" * 5], "nested": {"z": 1, "a": {"deep": [1, 2, {"x": "y" * 50}]}}}, width=60)
print(pprint.pformat([1, 2]), pprint.pformat({"b": 1, "a": 2}))
rows = [("apple", 3, 1.25), ("kiwi", 12, 0.5), ("watermelon", 1, 3.999)]
header = f"{'fruit':<12}|{'n':>4}|{'price':^9}"
print(header, "-" * len(header), sep="\n")
for fruit, n, price in rows:
    print(f"{fruit:<12.8}|{n:>4}|{price:^9.2f}|{n * price:>+10,.3f}|{n:04b}|{n:#x}")
print("{0!r:>10}|{1:=^+9.1e}|{2:,}|{3:%}|{name!s:.2}".format("a", 12345.678, 9876543, 0.256, name="long"))
print("a\tb".expandtabs(4), "Straße".upper(), "ǅ".lower(), "x=1;y=2".partition(";"), "  a b ".split(), "a,,b".split(","), "line1\nline2\r\n".splitlines(), "%5.2f|%-6s|%+d" % (3.14159, "ab", 7))
print("abc".translate(str.maketrans({"a": "1", "b": None})), "hello world".title(), "it's".capitalize(), "Hello".swapcase(), "abc".zfill(5), "-5".zfill(4), "ab".rjust(4, "."), "x".isidentifier(), "½".isnumeric(), "٣".isdigit())
