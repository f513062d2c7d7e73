"""Base conversions by hand and by builtins."""
def to_base(n, b):
    digits = []
    while n:
        n, r = divmod(n, b)
        digits.append("0123456789ABCDEF"[r])
    return "".join(reversed(digits)) or "0"
for n in (0, 10, 255, 1024):
    print(n, *(to_base(n, b) for b in (2, 8, 16)), bin(n), oct(n), hex(n), sep="\t")
    assert to_base(n, 2) == format(n, "b")
print([int(s, 2) for s in "101 1111 0".split()], float.fromhex("0x1.8p1"), (0.1).hex(), (2.5).as_integer_ratio(), (3.0).is_integer(), int.from_bytes(b"\x01\x00", "big"))
