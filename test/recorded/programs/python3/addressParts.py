"""urllib.parse, fnmatch.translate and operator.length_hint."""
from urllib.parse import *
import urllib.parse, fnmatch, re, operator
u = urlparse("https://user:pw@www.Example.com:8080/path/to;p=1/page.html;x?q=1&b=a%20b&q=2#frag")
print(u); print(u.scheme, u.netloc, u.path, u.params, u.query, u.fragment, u.hostname, u.port, u.username, u.password)
print(u.geturl(), u[1], u._replace(scheme="http").geturl())
print(urlsplit("http://a/b?c#d"), urlsplit("mailto:x@y.z"), urlparse("//host/p"), urlparse("path/only?x=1"))
print(quote("a b/c&é?"), quote("a/b", safe=""), quote_plus("a b&c=d"), unquote("a%20b%C3%A9"), unquote_plus("a+b%21"), quote(b"\xff"))
print(urlencode({"a": 1, "b": "x y", "c": "é"}), urlencode([("k", [1, 2])], doseq=True), urlencode({"k": [1, 2]}))
print(parse_qs("a=1&b=2&a=3&c="), parse_qs("a=1&c=", keep_blank_values=True), parse_qsl("x=1&y=%20z"))
for b, r in [("http://a/b/c/d;p?q", x) for x in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "http:g", "https://o/x", "g;x=1/../y", "mailto:a@b"]]:
    print(r, urljoin(b, r))
print(urljoin("http://example.com/dir/", "page.html"), urljoin("http://example.com", "page.html"), urljoin("https://e.com/a/b.html", "/c"))
print(urlunparse(("http", "h", "/p", "", "q=1", "f")), urlunsplit(("http", "h", "p", "", "")), urldefrag("http://a/b#c"), unquote_to_bytes("a%FFb"))
try: urlparse("http://h:99999/").port
except ValueError as e: print(e)
try: urlparse("http://h:abc/").port
except ValueError as e: print(e)
for p in ['a*[!b]?.py[]x', '*.txt', '**a*b*', '[a-c]x[z-a]', '[!]a]', 'a.b+c', '[^a]', '*', '', 'abc', '*a', 'a*', '[a-', '[--a]', '[a-c-e]', 'x[[]y', '[!-a]', '*.*', 'a&b ~c']:
    t = fnmatch.translate(p); print(p, t)
print([n for n in ["a.py", "b.txt"] if re.match(fnmatch.translate("*.py"), n)])
print(operator.length_hint(x for x in "ab"), operator.length_hint([1, 2]), operator.length_hint(map(str, [1])), operator.length_hint(zip([1]), 7))
