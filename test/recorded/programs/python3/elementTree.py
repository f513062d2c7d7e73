"""xml.etree.ElementTree: reading, paths, building, writing, errors."""
import xml.etree.ElementTree as ET
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement, tostring, fromstring
data = """<?xml version="1.0"?>
<data>
    <!-- comment -->
    <country name="Liechtenstein">
        <rank>1</rank>
        <year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
    </country>
    <country name="Singapore">
        <rank updated="yes">4</rank>
        <year>2011</year>
        <desc>a &lt; b &amp; c &#233; <b>bold</b> tail</desc>
        <x><![CDATA[raw <stuff>]]></x>
    </country>
</data>"""
root = ET.fromstring(data)
print(root.tag, root.attrib, len(root), root[0].tag, root[1].attrib, repr(root.text))
for child in root: print(child.tag, child.attrib, child.get("name"), child.get("zz", "none"))
for n in root.iter("neighbor"): print(n.attrib)
print([c.find("rank").text for c in root.findall("country")], root.find("nope"), root.findtext("country/year"), root.findtext("q", "dflt"))
print([e.tag for e in root.iter()], [e.get("name") for e in root.findall(".//neighbor[@direction='W']")], root.findall("./country/neighbor")[0].get("name"))
print(root.find("country[2]").get("name"), root.find("country[last()]").get("name"), [c.get("name") for c in root.findall("country[@name]")], [c.get("name") for c in root.findall("country[year='2011']")], len(root.findall("*")), root.find(".//rank/..").get("name"))
d = root.find(".//desc"); print(repr(d.text), repr(d[0].tail), "".join(d.itertext()), root.find(".//x").text)
for rank in root.iter("rank"):
    rank.text = str(int(rank.text) + 1); rank.set("updated", "yes")
for c in root.findall("country"):
    if int(c.find("rank").text) > 3: root.remove(c)
print(ET.tostring(root, encoding="unicode"))
a = ET.Element("a", {"k": "v"}, z="1")
b = ET.SubElement(a, "b", id="1"); b.text = "x < y & \"q\""; b.tail = "t>"
c = SubElement(a, "c"); c.set("n", 'a"b\n<')
a.append(ET.Comment(" hi ")); a.insert(0, Element("first"))
print(tostring(a), tostring(a).decode(), ET.tostring(a, encoding="utf-8"), ET.tostring(a, encoding="unicode", short_empty_elements=False))
ET.indent(a); print(ET.tostring(a, encoding="unicode"))
ET.indent(root, space="\t"); ET.dump(root)
e = Element("é"); e.text = "ü€😀"; print(tostring(e), tostring(e, "utf-8"), tostring(e, "unicode"))
ns = ET.fromstring('<r xmlns="http://d" xmlns:p="http://p"><p:a p:x="1">t</p:a><b/></r>')
print(ns.tag, [x.tag for x in ns], ns[0].attrib, ns.find("p:a", {"p": "http://p"}).text, ns.find("{http://d}b").tag, ET.tostring(ns, "unicode"))
for bad in ["<a><b></a>", "<a>", "", "<a", "<a></a><b/>", "<a>&foo;</a>", "text", "<a b=c/>", "<a><b></b></c></a>", "<a x='1' x='2'/>", "<p:a/>", "<a>&</a>"]:
    try: ET.fromstring(bad)
    except ET.ParseError as ex: print(bad, "->", ex, ex.code, ex.position)
t = ET.ElementTree(a); print(t.getroot() is a, t.find("b").text, [x.tag if isinstance(x.tag, str) else "?" for x in t.iter()])
import io
f = io.StringIO(); t.write(f, encoding="unicode"); print(f.getvalue())
f = io.BytesIO(); t.write(f, encoding="utf-8", xml_declaration=True); print(f.getvalue())
print(ET.parse(io.StringIO("<q><w>1</w></q>")).getroot()[0].text, repr(Element("z"))[:12], list(a)[1:2][0].tag, a[-2].tag, len(a[0:2]), [k for k in a.keys()], a.items())
try: tostring(Element("n", v=1))
except TypeError as ex: print(ex)
