# What these programs show was written down from CPython.
# %% html
import html
print(html.escape('<a href="x">\'q\' & b</a>'), html.escape('"<', quote=False))  # => &lt;a href=&quot;x&quot;&gt;&#x27;q&#x27; &amp; b&lt;/a&gt; "&lt;
print(html.unescape('&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#x27; &eacute;&nbsp;&copy2 &euro; &amp &hellip;&#8364;&#150;&#0;|&#x110000; &; & x &x &apos;&AMP;&ampx &GT').encode())  # => b'<b> &amp; "x" \'y\' \xc3\xa9\xc2\xa0\xc2\xa92 \xe2\x82\xac & \xe2\x80\xa6\xe2\x82\xac\xe2\x80\x93\xef\xbf\xbd|\xef\xbf\xbd &; & x &x \'&&x >'
# %% shlex
import shlex
for s in ['a "b c" d', "it's 'x y'" + "'", r'a\ b "c\"d" "\n" \'', '', '""', "a''b '' c", 'a # b', 'x=1 -o "y z"/w']:
    try: print(shlex.split(s), end=' ')  # => ['a', 'b c', 'd'] ['its x', 'y'] ['a b', 'c"d', '\\n', "'"] [] [''] ['ab', '', 'c'] ['a', '#', 'b'] ['x=1', '-o', 'y z/w']
    except ValueError as e: print(e)
print(shlex.split('a # b', comments=True), shlex.split('a "b c"', posix=False), shlex.quote("it's"), shlex.quote('a-b.c'), shlex.quote(''), shlex.join(['echo', 'a b', "c'd"]))  # => ['a'] ['a', '"b c"'] 'it'"'"'s' a-b.c '' echo 'a b' 'c'"'"'d'
for s in ['"a', 'a\\']:
    try: print(shlex.split(s))
    except ValueError as e: print(e)
# => No closing quotation
# => No escaped character
# %% unicodedata
import unicodedata
print([unicodedata.category(c) for c in 'aA1 _-(+$^é\n\u200b中\ud800ⅷ½"«'], unicodedata.normalize('NFD', 'éÅ').encode(), unicodedata.normalize('NFKC', 'ﬁ²①'), unicodedata.is_normalized('NFC', 'é'))  # => ['Ll', 'Lu', 'Nd', 'Zs', 'Pc', 'Pd', 'Ps', 'Sm', 'Sc', 'Sk', 'Ll', 'Cc', 'Cf', 'Lo', 'Cs', 'Nl', 'No', 'Po', 'Pi'] b'e\xcc\x81A\xcc\x8a' fi21 True
print(''.join(c for c in unicodedata.normalize('NFD', 'Crème Brûlée Ñandú') if not unicodedata.combining(c)), ''.join(c for c in unicodedata.normalize('NFKD', 'Žluťoučký kůň') if unicodedata.category(c) != 'Mn'))  # => Creme Brulee Nandu Zlutoucky kun
print([unicodedata.combining(c) for c in 'a\u0300\u0327\u0345\u0334\u093c\u3099\u05b0\u05bf\u064b\u0e38\u0f71\u031b\u0316\u0315\u035c\u0903\u20dd\u0302\u0323\u0361\u05bd'], [unicodedata.digit(c) for c in '7٣９'], unicodedata.decimal('5'), unicodedata.numeric('4'), unicodedata.digit('x', -1))  # => [0, 230, 202, 240, 1, 7, 8, 10, 23, 27, 103, 129, 216, 220, 232, 233, 0, 0, 230, 220, 234, 22] [7, 3, 9] 5 4.0 -1
for f in [lambda: unicodedata.category('ab'), lambda: unicodedata.digit('x'), lambda: unicodedata.normalize('X', 'a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => TypeError category() argument must be a unicode character, not str
# => ValueError not a digit
# => ValueError invalid normalization form
# %% keyword
import keyword
print(keyword.kwlist, keyword.iskeyword('for'), keyword.iskeyword('print'), keyword.issoftkeyword('match'))  # => ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'] True False True
# %% quotes within words
import shlex
print(shlex.split('"a\\ "b $\'', posix=False), shlex.split("x'y z' 'a b'c", posix=False), shlex.split("x'y z' 'a b'c"))  # => ['"a\\ "', 'b', "$'"] ["x'y", "z'", "'a b'", 'c'] ['xy z', 'a bc']
