# What these programs show was written down from CPython.
# %% matching
import difflib
s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes())  # => 0.8656716417910447 0.8656716417910447 0.8656716417910447 [Match(a=0, b=0, size=6), Match(a=6, b=15, size=23), Match(a=29, b=38, size=0)] [('equal', 0, 6, 0, 6), ('insert', 6, 6, 6, 15), ('equal', 6, 29, 15, 38)]
print(difflib.SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9), difflib.SequenceMatcher(a=[1, 2, 3, 4], b=[2, 3, 5, 4]).get_opcodes())  # => Match(a=1, b=0, size=4) [('delete', 0, 1, 0, 0), ('equal', 1, 3, 0, 2), ('insert', 3, 3, 2, 3), ('equal', 3, 4, 3, 4)]
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('wheel', ['wheels', 'heel', 'while', 'whee', 'w'], n=2, cutoff=0.5), difflib.get_close_matches('x', []))  # => ['apple', 'ape'] ['wheels', 'whee'] []
t = difflib.SequenceMatcher(None, '', ''); print(t.ratio(), t.get_opcodes(), t.get_matching_blocks())  # => 1.0 [] [Match(a=0, b=0, size=0)]
a = 'the quick brown fox jumps over the lazy dog ' * 8; b = a.replace('quick', 'slow').replace('lazy', 'very lazy')
m = difflib.SequenceMatcher(None, a, b); print(round(m.ratio(), 6), sorted(m.bpopular), len(m.get_opcodes()))  # => 0.01087 [' ', 'a', 'b', 'd', 'e', 'f', 'g', 'h', 'j', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'] 2
print(round(difflib.SequenceMatcher(None, a, b, autojunk=False).ratio(), 6), list(difflib.SequenceMatcher(None, a[:100], b[:110], False).get_grouped_opcodes(2)))  # => 0.847826 [[('equal', 2, 4, 2, 4), ('replace', 4, 9, 4, 8), ('equal', 9, 11, 8, 10)], [('equal', 33, 35, 32, 34), ('insert', 35, 35, 34, 39), ('equal', 35, 37, 39, 41)], [('equal', 46, 48, 50, 52), ('replace', 48, 53, 52, 56), ('equal', 53, 55, 56, 58)], [('equal', 77, 79, 80, 82), ('insert', 79, 79, 82, 87), ('equal', 79, 81, 87, 89)], [('equal', 90, 92, 98, 100), ('replace', 92, 97, 100, 104), ('equal', 97, 100, 104, 107), ('insert', 100, 100, 107, 110)]]
# %% diffs
import difflib
a = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n'.splitlines(True)
b = 'one\n2\nthree\nfour\nfive\nsix\nseven\neight!\nnine\nten\n'.splitlines(True)
print(''.join(difflib.unified_diff(a, b, 'a.txt', 'b.txt')), end='')
# => --- a.txt
# => +++ b.txt
# => @@ -1,9 +1,10 @@
# =>  one
# => -two
# => +2
# =>  three
# =>  four
# =>  five
# =>  six
# =>  seven
# => -eight
# => +eight!
# =>  nine
# => +ten
print(''.join(difflib.unified_diff(a, b, 'a', 'b', '2020', '2021', n=0)), end='')
# => --- a	2020
# => +++ b	2021
# => @@ -2 +2 @@
# => -two
# => +2
# => @@ -8 +8 @@
# => -eight
# => +eight!
# => @@ -9,0 +10 @@
# => +ten
print('\n'.join(difflib.unified_diff(['a', 'b'], ['a', 'c'], lineterm='')))
# => ---
# => +++
# => @@ -1,2 +1,2 @@
# =>  a
# => -b
# => +c
print(''.join(difflib.context_diff(a, b, fromfile='a.txt', tofile='b.txt')), end='')
# => *** a.txt
# => --- b.txt
# => ***************
# => *** 1,9 ****
# =>   one
# => ! two
# =>   three
# =>   four
# =>   five
# =>   six
# =>   seven
# => ! eight
# =>   nine
# => --- 1,10 ----
# =>   one
# => ! 2
# =>   three
# =>   four
# =>   five
# =>   six
# =>   seven
# => ! eight!
# =>   nine
# => + ten
d = list(difflib.ndiff(a, b)); print(''.join(d), end='')
# =>   one
# => - two
# => + 2
# =>   three
# =>   four
# =>   five
# =>   six
# =>   seven
# => - eight
# => + eight!
# => ?      +
# =>   nine
# => + ten
print(''.join(difflib.ndiff('one\ntwo\nthree\n'.splitlines(True), 'ore\ntree\nemu\n'.splitlines(True))), end='')
# => - one
# => ?  ^
# => + ore
# => ?  ^
# => - two
# => - three
# => ?  -
# => + tree
# => + emu
print(''.join(difflib.restore(d, 1)) == ''.join(a), ''.join(difflib.restore(d, 2)) == ''.join(b), list(difflib.unified_diff(a, a)))  # => True True []
print(list(difflib.Differ().compare(['\tabcDefghiJkl\n', 'x\n'], ['\tabcdefGhijkl\n', 'x\n'])), list(difflib.ndiff([], ['a'])), list(difflib.ndiff(['  a b'], ['  a  b'])))  # => ['- \tabcDefghiJkl\n', '? \t   ^  ^  ^\n', '+ \tabcdefGhijkl\n', '? \t   ^  ^  ^\n', '  x\n'] ['+ a'] ['-   a b', '+   a  b', '?     +\n']
