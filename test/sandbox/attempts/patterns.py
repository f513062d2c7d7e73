# %% nested repetition
import re
re.match('(a+)+$', 'a' * 40 + 'b')
# !> BudgetExceeded: The program ran longer than…
# %% alternatives that overlap
import re
re.match('(a|aa)+$', 'a' * 60 + 'b')
# !> BudgetExceeded: The program ran longer than…
# %% optional letters
import re
re.match('a?' * 40 + 'a' * 40, 'a' * 39)
# !> BudgetExceeded: The program ran longer than…
# %% a pair of stars
import re
re.search('.*.*.*.*.*x', 'a' * 10**4)
# !> BudgetExceeded: The program ran longer than…
# %% backreferences
import re
re.match(r'(a*)(a*)(a*)(a*)\1\2\3\4b', 'a' * 200)
# !> BudgetExceeded: The program ran longer than…
# %% look-behind
import re
re.search(r'(?<=(a|b)*)c', 'a')
# !> error: look-behind requires fixed-width pattern
# %% repeated many times
import re
re.compile('(?:(?:(?:a{1000}){1000}){1000}){1000}').match('a')
# %% a repetition that is too large
import re
re.compile('a{99999999999999999999}')
# !> OverflowError: the repetition number is too large
# %% empty repetition
import re
print(re.match('(?:)*', 'a'), re.findall('(?:a*)*', 'aa'))
# => <re.Match object; span=(0, 0), match=''> ['aa', '']
# %% a large class
import re
re.compile('[' + ''.join(chr(i) for i in range(20, 3000)) + ']').match('a')
# => <re.Match object; span=(0, 1), match='a'>
# %% many groups
import re
re.compile('(a)' * 500).match('a')
# %% many alternatives
import re
re.compile('|'.join(map(str, range(1000)))).search('x' * 1000)
# %% a pattern that is broken
import re
re.compile('(?P<a')
# !> error: missing >, unterminated name at position 4
# %% a group in a replacement that is not there
import re
re.sub('a', r'\99', 'a')
# !> error: invalid group reference 99 at position 1
# %% finditer without end
import re
for m in re.finditer('', 'a' * 10**9):
    pass
# !> BudgetExceeded: The program needs more than…
# %% a function that replaces
import re
def f(m):
    while True: pass
re.sub('a', f, 'a')
# !> BudgetExceeded: The program ran longer than…
# %% fnmatch
import fnmatch
fnmatch.fnmatch('a' * 100, '*a' * 50 + 'b')
# => False
# %% glob
import glob
glob.glob('**/' * 20 + '*', recursive=True)
# !> NotSupportedByScanLens: 'circle' is no file that ScanLens can read
# %% difflib
import difflib
difflib.SequenceMatcher(None, 'ab' * 10**4, 'ba' * 10**4).ratio()
# !> BudgetExceeded: The program ran longer than…
# %% shlex
import shlex
shlex.split('"' * 100001)
# !> ValueError: No closing quotation
# %% csv
import csv, io
print(len(list(csv.reader(io.StringIO('"' * 10**5)))))
# => 1
# %% scanning numbers
float('1' * 10**6 + 'x')
# !> ValueError: could not convert string to float: '111111111111111111111111111111111111111…
# %% conditional groups
import re
re.match(r'(?:(a)|b)*(?(1)c|d)+$', 'ab' * 5000)
# %% recursion by possessive
import re
print(re.match('(?>a*)a', 'aaaa'), re.match('a*+a', 'aaa'))
# => None None
