"""Bit tricks: popcount, powers of two, masks, swaps, Hamming, Gray, bit sets."""
for n in (0, 1, 6, 255, -1, 1 << 40):
    print(n, bin(n), n.bit_length(), n.bit_count(), bin(n & 0xFF), n & -n, n > 0 and n & (n - 1) == 0, ~n, n ^ (n >> 1), f"{n & 0xFFFF:016b}")
def hamming(a, b): return (a ^ b).bit_count()
def reverse8(b): return int(f"{b:08b}"[::-1], 2)
def single(xs):
    r = 0
    for x in xs: r ^= x
    return r
a, b = 5, 9
a ^= b; b ^= a; a ^= b
print(a, b, hamming(1, 4), reverse8(0b00010110), single([4, 1, 2, 1, 2]), [bin(i).count("1") for i in range(9)])
class BitSet:
    def __init__(self, *xs): self.bits = sum(1 << x for x in {*xs})
    def __contains__(self, x): return bool(self.bits >> x & 1)
    def __iter__(self):
        b = self.bits
        while b:
            low = b & -b
            yield low.bit_length() - 1
            b ^= low
    def __or__(self, o): r = BitSet(); r.bits = self.bits | o.bits; return r
    def __sub__(self, o): r = BitSet(); r.bits = self.bits & ~o.bits; return r
s, t = BitSet(1, 5, 64), BitSet(5, 2)
print(list(s), list(s | t), list(s - t), 64 in s, 3 in s, hex(s.bits), int("0b101", 0), int("0x1f", 16), int("z", 36), 0b1111_0000 >> 4, 7 // -2, -7 >> 1, True + True, True & False, 3 | True)
try: 1.5 | 1
except TypeError as e: print(e)
try: int("12", 2)
except ValueError as e: print(e)
