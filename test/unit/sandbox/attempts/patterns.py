# %% nested repetition
import re
re.match('(a+)+$', 'a' * 40 + 'b')
# %% alternatives that overlap
import re
re.match('(a|aa)+$', 'a' * 60 + 'b')
# %% optional letters
import re
re.match('a?' * 40 + 'a' * 40, 'a' * 39)
# %% a pair of stars
import re
re.search('.*.*.*.*.*x', 'a' * 10**4)
# %% backreferences
import re
re.match(r'(a*)(a*)(a*)(a*)\1\2\3\4b', 'a' * 200)
# %% look-ahead
import re
re.match(r'(?=(a+)+$)b', 'a' * 40 + 'c')
# %% look-behind
import re
re.search(r'(?<=(a|b)*)c', 'a')
# %% repeated many times
import re
re.compile('(?:(?:(?:a{1000}){1000}){1000}){1000}').match('a')
# %% a repetition that is too large
import re
re.compile('a{99999999999999999999}')
# %% empty repetition
import re
print(re.match('(?:)*', 'a'), re.findall('(?:a*)*', 'aa'))
# %% a large class
import re
re.compile('[' + ''.join(chr(i) for i in range(20, 3000)) + ']').match('a')
# %% many groups
import re
re.compile('(a)' * 3000).match('a')
# %% many alternatives
import re
re.compile('|'.join(map(str, range(5000)))).search('x' * 1000)
# %% a pattern that is broken
import re
re.compile('(?P<a')
# %% a replacement that grows
import re
re.sub('a', 'b' * 10**6, 'a' * 10**6)
# %% a replacement of itself
import re
re.sub('', 'x' * 1000, 'y' * 10**6)
# %% a group in a replacement that is not there
import re
re.sub('a', r'\99', 'a')
# %% split
import re
re.split('(a|a)*b', 'a' * 30)
# %% findall
import re
re.findall('(x+x+)+y', 'x' * 40)
# %% finditer without end
import re
for m in re.finditer('', 'a' * 10**9):
    pass
# %% a function that replaces
import re
def f(m):
    while True: pass
re.sub('a', f, 'a')
# %% mail addresses
import re
re.match(r'^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$', 'a' * 50)
# %% fnmatch
import fnmatch
fnmatch.fnmatch('a' * 100, '*a' * 50 + 'b')
# %% glob
import glob
glob.glob('**/' * 20 + '*', recursive=True)
# %% difflib
import difflib
difflib.SequenceMatcher(None, 'ab' * 10**4, 'ba' * 10**4).ratio()
# %% shlex
import shlex
shlex.split('"' * 100001)
# %% csv
import csv, io
print(len(list(csv.reader(io.StringIO('"' * 10**5)))))
# %% scanning numbers
float('1' * 10**6 + 'x')
# %% a verbose pattern
import re
re.compile('(?x)' + '( #a\n' * 400 + ')' * 400)
# %% conditional groups
import re
re.match(r'(?:(a)|b)*(?(1)c|d)+$', 'ab' * 5000)
# %% recursion by possessive
import re
print(re.match('(?>a*)a', 'aaaa'), re.match('a*+a', 'aaa'))
