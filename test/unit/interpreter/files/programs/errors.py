def read(name):
    try:
        with open(name) as f:
            return f.read()
    except OSError as e:
        return 'fail: ' + str(e)
    finally:
        print('done')
print(read('d.csv'), read('zz'))
e = OSError(2, 'msg', 'file'); print(type(e), e, e.args, e.filename)
e = OSError('only'); print(type(e), e, e.args, e.errno)
e = FileNotFoundError(2, 'No such'); print(e, repr(e))
class My(OSError): pass
e = My(2, 'a'); print(type(e).__name__, e)
try:
    raise FileNotFoundError('custom')
except IOError as e:
    print(repr(e))
words = {}
for w in open('data.txt').read().split():
    words[w] = words.get(w, 0) + 1
print(sorted(words.items()))
