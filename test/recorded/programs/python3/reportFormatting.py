"""A payroll report with alignment, nested format specs, textwrap, and columns computed from data."""
import textwrap
rows = [("Ada Lovelace", "Engineering", 7250.5, 0.31), ("Bob", "Ops", 3100, 0.2), ("Charlotte-Marie Dubois", "Sales & Marketing", 12999.999, 0.405)]
head = ("Name", "Department", "Gross", "Tax")
widths = [max(len(str(r[i])) for r in [head, *rows]) for i in range(4)]
print(" | ".join(f"{h:^{w}}" for h, w in zip(head, widths)))
print("-+-".join("-" * w for w in widths))
for name, dept, gross, tax in rows:
    print(f"{name:<{widths[0]}} | {dept:>{widths[1]}} | {gross:{widths[2]},.1f} | {tax:>{widths[3]}.0%}")
net = [g * (1 - t) for _, _, g, t in rows]
print(f"{'Total':<{widths[0]}}   {sum(r[2] for r in rows):>{widths[1] + 3},.2f} {sum(net):+.3e} {min(net):010.2f} {max(net):<12.1f}|{len(net):04d}|{len(net):^+7}|")
text = "The quick brown fox jumps over the lazy dog. " * 3 + "Supercalifragilisticexpialidocious ends it."
print(textwrap.fill(text, 34))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  ", max_lines=3, placeholder=" [...]"))
print(textwrap.dedent("""
    def f():
        return 1
      # odd
    """).strip(), textwrap.shorten("a bb ccc dddd", 9), textwrap.indent("x\n\ny", "> "), textwrap.wrap("aaa bbb ccc", 7), sep="\n")
for v in (0, 1, -1, 1234.5678, 1e-10, 123456789012, float("inf"), -0.0, 0.1 + 0.2, 1e16, 1e22, 5e-324, 100.0, 1 / 3):
    print(f"{v!r:>20} {v:>12.3g} {v:>14.2f} {v:>12.4e} {v:>+10.1g} {v:%} {v:g} {v:,}"[:150])
for n in (0, 5, -42, 255, 10 ** 12):
    print(f"{n:d} {n:b} {n:#o} {n:#X} {n:08} {n:+,} {n:_} {n:>6}| {n:<6}| {n:^6}| {n:=+8} {n:.2f} {n:e} {n:x<5}")
print(f"{True} {True:d} {None} {'s':>3} {3 + 4j:.1f} {[1]!s:>5} {'abc':.2} {'%':>2} {b'x'} {'x' if rows else 'y'} {rows[0][0].split()[1]!r} {dict(a=1)['a']}")
for spec in ("d", ".2", "z", ",s", "10.3d", "^", ">>5", "c"):
    for val in (3.5, "s", 7):
        try: print(repr(format(val, spec)), end=" ")
        except ValueError as e: print(f"<{e}>", end=" ")
    print()
