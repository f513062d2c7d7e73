"""Roman numerals and Hanoi in Python 2."""
def roman(n):
    if not 0 < n < 4000: raise ValueError, 'out of range: %d' % n
    out = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        out += s * (n / v)
        n %= v
    return out
print map(roman, [1, 4, 9, 1984, 2009]), max(xrange(1, 4000), key=lambda i: len(roman(i)))
try: roman(0)
except ValueError, e: print e
moves = []
def hanoi(n, a='A', b='B', c='C'):
    if n == 0: return 0
    return hanoi(n - 1, a, c, b) + (moves.append(a + c) or 1) + hanoi(n - 1, b, a, c)
print hanoi(4), ' '.join(moves), len(moves) == 2 ** 4 - 1, moves.count('AC')
for i in range(3):
    print '%d:' % i, '*' * i,
else:
    print 'done'
print 'a' < 'b', [] < 'a', {} < [], 1 < 'a', None < False, (1, 2) < [0], cmp('a', 'B'), not 0, 1 and 'x' or 'y', 'yes' if 0 else 'no'
