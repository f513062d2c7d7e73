# What these programs show was written down from CPython.
# %% wrapping
import textwrap
t = 'The quick brown fox jumped over the lazy dog -- a well-known pangram; super-califragilistic words like  antidisestablishmentarianism,   e.g.\tthis-one-too. And (more).'
for w in (10, 20, 40, 70): print(textwrap.fill(t, w)); print('-')
# => The quick
# => brown fox
# => jumped
# => over the
# => lazy dog
# => -- a well-
# => known
# => pangram;
# => super-cali
# => fragilisti
# => c words
# => like  anti
# => disestabli
# => shmentaria
# => nism,
# => e.g.
# => this-one-
# => too. And
# => (more).
# => -
# => The quick brown fox
# => jumped over the lazy
# => dog -- a well-known
# => pangram; super-
# => califragilistic
# => words like  antidise
# => stablishmentarianism
# => ,   e.g.    this-
# => one-too. And (more).
# => -
# => The quick brown fox jumped over the lazy
# => dog -- a well-known pangram; super-
# => califragilistic words like
# => antidisestablishmentarianism,   e.g.
# => this-one-too. And (more).
# => -
# => The quick brown fox jumped over the lazy dog -- a well-known pangram;
# => super-califragilistic words like  antidisestablishmentarianism,   e.g.
# => this-one-too. And (more).
# => -
print(textwrap.wrap(t, 30, initial_indent='* ', subsequent_indent='  '), textwrap.wrap('', 10), textwrap.wrap('   ', 10))  # => ['* The quick brown fox jumped', '  over the lazy dog -- a well-', '  known pangram; super-', '  califragilistic words like  ', '  antidisestablishmentarianism', '  ,   e.g.    this-one-too.', '  And (more).'] [] []
print(textwrap.fill(t, 25, break_long_words=False, break_on_hyphens=False)); print(textwrap.fill(t, 30, max_lines=2, placeholder='...'))
# => The quick brown fox
# => jumped over the lazy dog
# => -- a well-known pangram;
# => super-califragilistic
# => words like
# => antidisestablishmentarianism,
# => e.g.    this-one-too. And
# => (more).
# => The quick brown fox jumped
# => over the lazy dog -- a...
print(textwrap.shorten('Hello  world, this is long text', width=18), textwrap.shorten('Hello world!', width=12), textwrap.shorten('Hello world', width=7), textwrap.shorten('Hello world', 10, placeholder='...'))  # => Hello world, [...] Hello world! [...] Hello...
w = textwrap.TextWrapper(width=15, fix_sentence_endings=True); print(w.wrap('Hello there. How are you? fine! ok'), w.width); w.width = 30; print(w.fill('a b ' * 20))
# => ['Hello there.', 'How are you?', 'fine!  ok'] 15
# => a b a b a b a b a b a b a b a
# => b a b a b a b a b a b a b a b
# => a b a b a b a b a b
print(textwrap.wrap('a\n\nb   c', 10, replace_whitespace=False, drop_whitespace=False), textwrap.wrap('x' * 25, 10))  # => ['a\n\nb   c'] ['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx']
# %% dedent, indent
import textwrap
print(textwrap.dedent('\n    def f():\n        return 1\n\n      # x\n    '), repr(textwrap.dedent('  a\n\tb\n')), repr(textwrap.dedent('   \n  a\n  b')))
# =>
# => def f():
# =>     return 1
# =>
# =>   # x
# =>  '  a\n\tb\n' '\na\nb'
print(textwrap.indent('a\n\n b\nc', '> '), textwrap.indent('a\n\nb', '+ ', lambda line: True))
# => > a
# =>
# => >  b
# => > c + a
# => +
# => + b
for f in [lambda: textwrap.wrap('a', 0), lambda: textwrap.shorten('abc def', 3), lambda: textwrap.wrap('a', foo=1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => ValueError invalid width 0 (must be > 0)
# => ValueError placeholder too large for max width
# => TypeError TextWrapper.__init__() got an unexpected keyword argument 'foo'
# %% placeholders and indents
import textwrap
print(textwrap.wrap('A-B-C antidisestablishment', 10, initial_indent='* ', subsequent_indent='    ', max_lines=2, drop_whitespace=False), textwrap.wrap('aaaaaaaaaaaa b', 8, max_lines=1, placeholder=' ..'))  # => ['* A-B-C an', '    [...]'] ['..']
