"""reprlib, and codecs from text to text and bytes to bytes."""
import codecs, reprlib
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"), codecs.encode(b"abc", "base64"), codecs.decode(b"YWJj\n", "base64"))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr({1, 2, 3, 4, 5, 6, 7, 8}), reprlib.repr((1,)), reprlib.repr(10**60))
class L:
    def __init__(self): self.c = []
    @reprlib.recursive_repr()
    def __repr__(self): return f"L({self.c!r})"
l = L(); l.c.append(l); print(l)
r = reprlib.Repr(); r.maxlist = 2; r.maxstring = 10; print(r.repr([1, 2, 3, 4]), r.repr("abcdefghijklmnop"))
