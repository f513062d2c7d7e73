# What these programs show was written down from CPython.
# %% text in memory
import io
f = io.StringIO()
print(f.write('héllo\n'), f.tell(), f.getvalue(), f.seek(0), repr(f.read(2)), repr(f.readline()), repr(f.read()), f.closed)
# => 6 6 héllo
# =>  0 'hé' 'llo\n' '' False
print('a', 1, sep='-', file=f); f.writelines(['x\n', 'y'])
print(repr(f.getvalue()), f.seek(2), f.write('ZZ'), repr(f.getvalue()), f.truncate(4), repr(f.getvalue()), f.tell())  # => 'héllo\na-1\nx\ny' 2 2 'héZZo\na-1\nx\ny' 4 'héZZ' 4
g = io.StringIO('one\ntwo\r\nthree')
print(list(g), g.seek(0), g.readlines(), repr(g.readline()), g.seek(0), next(g), g.readable(), g.isatty(), g.seek(0, 2))
# => ['one\n', 'two\r\n', 'three'] 0 ['one\n', 'two\r\n', 'three'] '' 0 one
# =>  True False 14
with io.StringIO('abc') as h: print(h.read(1), h.read(-1), h.seek(10), repr(h.read()), h.write('x'), repr(h.getvalue()))  # => a bc 10 '' 1 'abc\x00\x00\x00\x00\x00\x00\x00x'
for body in [lambda: h.read(), lambda: io.StringIO(1), lambda: io.StringIO().write(b'a'), lambda: io.StringIO('a').seek(1, 1), lambda: io.StringIO().fileno()]:
    try: print(body())
    except Exception as e: print(type(e).__name__, e)
# => ValueError I/O operation on closed file
# => TypeError initial_value must be str or None, not int
# => TypeError string argument expected, got 'bytes'
# => OSError Can't do nonzero cur-relative seeks
# => UnsupportedOperation fileno
print([line.rstrip() for line in io.StringIO('a\nb\n\nc')], io.StringIO('a\r\nb', newline=None).getvalue() == 'a\nb')  # => ['a', 'b', '', 'c'] True
# %% bytes in memory
import io
b = io.BytesIO(b'abc\ndef')
print(b.read(2), b.readline(), b.tell(), b.read(), b.seek(-2, 2), b.read(), b.seek(1), b.write(b'XY'), b.getvalue(), b.seek(0), list(b), b.truncate(3), b.getvalue())  # => b'ab' b'c\n' 4 b'def' 5 b'ef' 1 2 b'aXY\ndef' 0 [b'aXY\n', b'def'] 3 b'aXY'
print(b.seek(5), b.write(b'!'), b.getvalue())  # => 5 1 b'aXY\x00\x00!'
for body in [lambda: b.write('a'), lambda: io.BytesIO('a'), lambda: b.seek(-1)]:
    try: print(body())
    except Exception as e: print(type(e).__name__, e)
# => TypeError a bytes-like object is required, not 'str'
# => TypeError a bytes-like object is required, not 'str'
# => ValueError negative seek value -1
