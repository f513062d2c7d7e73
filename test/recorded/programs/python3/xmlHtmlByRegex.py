"""A tiny HTML tokenizer and tree, escaping, query strings and template rendering."""
import html
import re
from urllib.parse import urlparse, parse_qs, urlencode, quote, unquote, urljoin
from string import Template
SRC = '<html><body class="main"><h1>Title &amp; more</h1><ul><li>One</li><li id="x">Two <b>bold</b></li></ul><br/></body></html>'
TOKEN = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>|([^<]+)")
class Node:
    def __init__(self, tag, attrs=None): self.tag, self.attrs, self.kids = tag, attrs or {}, []
    def text(self): return "".join(k if isinstance(k, str) else k.text() for k in self.kids)
    def find(self, tag):
        for k in self.kids:
            if isinstance(k, Node):
                if k.tag == tag: yield k
                yield from k.find(tag)
    def show(self, depth=0):
        print("  " * depth + self.tag, self.attrs or "")
        for k in self.kids: k.show(depth + 1) if isinstance(k, Node) else print("  " * (depth + 1) + repr(k))
stack = [root := Node("#root")]
for close, tag, attrs, selfclose, text in TOKEN.findall(SRC):
    if text: stack[-1].kids.append(html.unescape(text))
    elif close: stack.pop()
    else:
        n = Node(tag, dict(re.findall(r'(\w+)="([^"]*)"', attrs)))
        stack[-1].kids.append(n)
        if not selfclose: stack.append(n)
root.show()
print([li.text() for li in root.find("li")], len(stack), html.escape("<a href='x'>\"&</a>"), html.unescape("&lt;&#233;&#x41;&nbsp;&copy;"))
u = urlparse("https://user:pw@example.com:8080/a/b;p?q=1&q=2&r=a%20b#frag")
print(u.scheme, u.netloc, u.hostname, u.port, u.path, u.query, u.fragment, parse_qs(u.query), u.geturl(), sep=" | ")
print(urlencode({"a": "x y", "b": ["1", "2"], "c": "é&"}), urlencode({"b": [1, 2]}, doseq=True), quote("a b/ü?"), unquote("%C3%BC+x"), urljoin("http://a/b/c", "../d"), parse_qs("a=1&b="), sep=" | ")
t = Template("$who owes ${amount} dollars, $$5 fee")
print(t.substitute(who="Al", amount=3), t.safe_substitute(who="Bo"))
try: t.substitute(who="x")
except KeyError as e: print("missing", e)
def render(tpl, **ctx): return re.sub(r"{{\s*(\w+)(?:\|(\w+))?\s*}}", lambda m: getattr(str(ctx.get(m[1], "")), m[2] or "__str__")(), tpl)
print(render("Dear {{ name|upper }}, you are {{age}}{{ nothing }}.", name="zoe", age=30))
