"""Files in a temporary folder: write, read, iterate lines, seek, append, pathlib parts, errors."""
import os
import tempfile
from pathlib import Path, PurePosixPath
p = PurePosixPath("/usr/lib/python3/site.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.parent.parent / "x" / "y.txt", p.with_suffix(".zip"), p.with_name("q"), p.is_absolute(), p.relative_to("/usr"), PurePosixPath("a//b/./c"), p.match("*.gz"), list(p.parents)[-1])
print(os.path.join("a", "b", "/c"), os.path.splitext("x.py"), os.path.split("/a/b"), os.path.normpath("a/../b//c"), os.path.basename("q/w/"), os.path.isabs("x"), os.sep)
with tempfile.TemporaryDirectory() as d:
    f = Path(d) / "notes.txt"
    print(f.write_text("one\ntwo\nthree\n"), f.exists(), f.stat().st_size, f.read_text().split())
    with open(f, "a") as h: h.write("four"); h.writelines(["\n", "five\n"])
    with open(f) as h:
        print(repr(h.readline()), h.read(2), h.tell(), [l.rstrip() for l in h], repr(h.read()))
        h.seek(0); print(h.readlines()[1:3], h.closed, h.mode)
    print(h.closed, sum(1 for _ in f.open()), f.read_bytes()[:4], sorted(x.name for x in Path(d).iterdir()), [x.name for x in Path(d).glob("*.txt")])
    (Path(d) / "sub" / "deep").mkdir(parents=True); (Path(d) / "sub" / "b.csv").touch()
    print(sorted(str(x.relative_to(d)) for x in Path(d).rglob("*")), os.path.isdir(d), sorted(os.listdir(d)))
    try: h.read()
    except ValueError as e: print(e)
    try: open(os.path.join(d, "missing"))
    except FileNotFoundError as e: print(e.errno, e.strerror, os.path.basename(e.filename))
    os.remove(f); print(f.exists())
print(os.path.exists(d))
