"""More short functions in the style of coding benchmarks."""
import math
def make_palindrome(s):
    if not s: return ''
    i = 0
    while s[i:] != s[i:][::-1]: i += 1
    return s + s[:i][::-1]
def string_xor(a, b): return ''.join('0' if x == y else '1' for x, y in zip(a, b))
def parse_music(s): return [{'o': 4, 'o|': 2, '.|': 1}[x] for x in s.split(' ') if x]
def how_many_times(s, sub): return sum(s.startswith(sub, i) for i in range(len(s)))
def sort_numbers(s):
    names = dict(zip('zero one two three four five six seven eight nine'.split(), range(10)))
    return ' '.join(sorted(filter(None, s.split(' ')), key=names.__getitem__))
def rescale(xs): lo, hi = min(xs), max(xs); return [(x - lo) / (hi - lo) for x in xs]
def factorize(n):
    f, i = [], 2
    while i <= int(math.sqrt(n)) + 1:
        if n % i == 0: f.append(i); n //= i
        else: i += 1
    return f + ([n] if n > 1 else [])
def flip_case(s): return s.swapcase()
def encode_shift(s): return "".join([chr(((ord(ch) + 5 - ord("a")) % 26) + ord("a")) for ch in s])
def is_prime(n): return n > 1 and all(n % k for k in range(2, int(n ** .5) + 1))
def poly(xs, x): return sum(c * math.pow(x, i) for i, c in enumerate(xs))
def find_zero(xs):
    begin, end = -1., 1.
    while poly(xs, begin) * poly(xs, end) > 0: begin *= 2.0; end *= 2.0
    while end - begin > 1e-10:
        center = (begin + end) / 2.0
        if poly(xs, center) * poly(xs, begin) > 0: begin = center
        else: end = center
    return begin
def change_base(x, base):
    ret = ""
    while x > 0: ret = str(x % base) + ret; x //= base
    return ret
def fibfib(n, memo={0: 0, 1: 0, 2: 1}):
    if n not in memo: memo[n] = fibfib(n - 1) + fibfib(n - 2) + fibfib(n - 3)
    return memo[n]
def vowels_count(s): return sum(c.lower() in 'aeiou' for c in s) + (s[-1:] in 'yY' and s != '')
def circular_shift(x, shift): s = str(x); return s[::-1] if shift > len(s) else s[len(s) - shift:] + s[:len(s) - shift]
print([make_palindrome(x) for x in ('', 'x', 'xyz', 'jerry', 'cat')], string_xor('010', '110'))
print(parse_music('o o| .| o| o| .| .| .| .| o o'), how_many_times('aaaa', 'aa'), sort_numbers('three one five'))
print(rescale([2.0, 49.9]), rescale([12.0, 11.0, 15.0, 13.0, 14.0]), factorize(70), factorize(25), factorize(3 * 19 * 3 * 19))
print(flip_case('Hello'), encode_shift('hello xyz'.replace(' ', '')), [n for n in range(30) if is_prime(n)], round(find_zero([1, 2]), 2), round(find_zero([-6, 11, -6, 1]), 2))
print(change_base(8, 3), change_base(7, 2), fibfib(20), fibfib.__defaults__[0][5], vowels_count('ACEDY'), circular_shift(12, 1), circular_shift(12, 3))
