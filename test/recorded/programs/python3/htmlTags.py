from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self, t, a): print('start', t, a, self.getpos(), repr(self.get_starttag_text()))
    def handle_endtag(self, t): print('end', t, self.getpos())
    def handle_data(self, d): print('data', repr(d))
    def handle_comment(self, d): print('comment', repr(d))
    def handle_decl(self, d): print('decl', repr(d))
    def handle_pi(self, d): print('pi', repr(d))
    def handle_charref(self, n): print('charref', n)
    def handle_entityref(self, n): print('entityref', n)
    def unknown_decl(self, d): print('unknown', repr(d))
docs = ['''<!DOCTYPE html>
<html><head><title>A &amp; B &copy; &#65;&#x42;</title>
<script>if (a < b && c > d) { x = "</p>"; }</script><style>p > a {}</style></head>
<body class="main" ID='x' data-k=v checked><p>Hello<br>World<br/><img src="a.png" alt='q "z"' /></p>
<!-- a comment --><?php echo 1; ?><![CDATA[x < y]]>
<a href=http://x.y/z?a=1&b=2>link</a></P >text</body></html>''', '<p', 'a < b > c', '<a b=c/d e = "f" / g>', '</>', '</ x>', '</3>x', '<!foo bar>', '<a"b">', '<div class="a"id="b">', 'x &lt', 'tail &am', '<1>', '<br/ >', '<a href="x>y', '</a b="c">', '<p>unclosed <b', '<!-- open', '<script>var', '&nbsp;x&copy;y&#xzz;', '<a\nb\n=\nc>', "<a b=''>", '<A HREF="X&amp;Y">T</A>', '<a x= "y>', '<!-- a -- > b -- c -->', '<?pi?>', '<![if IE]>z<![endif]>']
for d in docs:
    for conv in (True, False):
        print('==', repr(d[:30]), conv)
        p = P(convert_charrefs=conv); p.feed(d); print('--close', repr(p.rawdata)); p.close(); print(p.getpos(), repr(p.rawdata), p.lasttag)
p = P()
for c in docs[0][:120]: p.feed(c)
p.close()
class S(HTMLParser):
    def __init__(self): super().__init__(); self.reset(); self.fed = []
    def handle_data(self, d): self.fed.append(d)
s = S(); s.feed('<p>Hi <b>there</b></p>'); print(''.join(s.fed))
class L(HTMLParser):
    def __init__(self): HTMLParser.__init__(self); self.links = []
    def handle_starttag(self, tag, attrs):
        if tag == 'a': self.links += [v for k, v in attrs if k == 'href']; print(dict(attrs))
    def handle_startendtag(self, tag, attrs): print('se', tag, attrs)
l = L(); l.feed('<a href="1">x</a><a class="q">y</a><br/>'); print(l.links)
