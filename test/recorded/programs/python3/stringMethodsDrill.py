"""A drill of string methods and slices, as in a course handout."""
s = "  Hello, World!\t\n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.strip().lower(), s.strip().upper().swapcase(), s.strip().replace("l", "L", 2))
t = "the quick brown fox"
print(t.title(), t.capitalize(), t.split(), t.split("o"), t.rsplit(" ", 1), t.partition(" "), t.rpartition("x"), t.find("q"), t.rfind("o"), t.index("fox"), t.count("o"))
print(t[4:9], t[-3:], t[::-1], t[::4], t[100:], t[5:2], t[-1], t[:-4], len(t), "quick" in t, t.startswith(("a", "the")), t.endswith("x"), t.startswith("quick", 4))
print("-".join("abc"), ",".join(map(str, range(4))), "ab" * 3, "a" < "b" < "c", "Z" < "a", ord("A"), chr(97), "abc".center(9, "*"), "7".zfill(3), "-7".zfill(4), "x".ljust(3, ".") + "|", "x".rjust(3) + "|")
print("abc".isalpha(), "ab1".isalnum(), "12".isdigit(), "".isdigit(), " ".isspace(), "Ab".istitle(), "a_1".isidentifier(), "1a".isidentifier(), "\n".isprintable(), "aB".islower(), "A1".isupper(), "abc".isascii())
print("a\tb".expandtabs(4), "one\ntwo\r\nthree".splitlines(), "a\nb\n".splitlines(True), "prefix-body".removeprefix("prefix-"), "file.txt".removesuffix(".txt"), "xxabcxx".strip("x"), "www.example.com".lstrip("w."), "aXbXc".split("X", 1), "".split(","), "".split(), ",".split(","))
print("%s is %d years and %.1f%% done %r %5s|%-5s|%05d %x %o %e %+d %c %%" % ("Al", 30, 45.678, "q", "r", "l", 42, 255, 8, 12345.6789, 5, "z"))
print("{} {1}".format("a", "b") if False else "{0} {1} {0}".format("a", "b"), "{:>8}|{:<8}|{:^8}|{:*^8}".format("r", "l", "c", "f"), "{:,} {:_} {:+} {:.3e} {:08.3f} {:b} {:#x} {:%} {:g} {:c}".format(1234567, 1234567, 5, 12345.678, 3.14159, 10, 255, 0.25, 1e10, 65))
name, val = "pi", 3.14159
print(f"{name}={val:.2f} {name!r:>6} {val:{10}.{3}} {val=} {name.upper()} {'nested ' + 'quotes'} {{}} {val:>+10.1f} {1 + 1} {[i for i in range(3)]} {val!s:.4}")
print("Hello".translate(str.maketrans("lo", "01")), "Hello".translate({ord("l"): None, "e".__len__(): "x"}), "banana".replace("a", ""), "mississippi".replace("ss", "SS"), "abc".encode(), "a,b;c".replace(";", ",").split(","), sorted("hello"), set("aab") == {"a", "b"}, list("hi"), tuple("hi"), max("hello"), min("hello"), "".join(sorted(set("hello"))), "".join(reversed("abc")), all(c in "aeiou" for c in "aie"))
print('single \'quoted\'', "double \"quoted\"", """triple "both' quotes""", r"raw\n", "a" "b", "tab\\t", "\x41\u00e9\N{BULLET}\101", repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\\ \n \t \x01 é"), ascii("é"))
for f in (lambda: "abc".index("z"), lambda: "abc"[5], lambda: "a" + 1, lambda: "abc".__setitem__(0, "x"), lambda: int("1.5"), lambda: ",".join([1, 2]), lambda: "a" * 1.5, lambda: "%d" % "a", lambda: "%s %s" % "a", lambda: "{} {}".format(1), lambda: "{:d}".format("a"), lambda: ord("ab"), lambda: "{a.b}".format(a=1), lambda: "abc".split(""), lambda: "a".center(5, "ab")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
