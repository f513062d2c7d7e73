"""A tiny Forth in Python 2 with a dictionary of words and scripted lines."""
class ForthError(Exception): pass
class Forth:
    def __init__(self):
        self.stack, self.words, self.out = [], {}, []
        self.prims = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, 'mod': lambda a, b: a % b, '=': lambda a, b: -(a == b), '<': lambda a, b: -(a < b)}
    def pop(self):
        if not self.stack: raise ForthError, 'stack underflow'
        return self.stack.pop()
    def run(self, line):
        toks = line.lower().split()
        while toks:
            t = toks.pop(0)
            if t == ':':
                end = toks.index(';')
                self.words[toks[0]] = toks[1:end]; toks = toks[end + 1:]
            elif t in self.words: toks = self.words[t] + toks
            elif self.prims.has_key(t):
                b, a = self.pop(), self.pop(); self.stack.append(self.prims[t](a, b))
            elif t == 'dup': a = self.pop(); self.stack += [a, a]
            elif t == 'swap': b, a = self.pop(), self.pop(); self.stack.extend((b, a))
            elif t == 'drop': self.pop()
            elif t == '.': self.out.append(`self.pop()`)
            elif t == 'emit': self.out.append(chr(self.pop()))
            else:
                try: self.stack.append(int(t))
                except ValueError: raise ForthError('%s ?' % t)
f = Forth()
for line in ('1 2 + .', ': square dup * ;', '7 square .', ': cube dup square * ; 3 cube .', '10 3 / . 10 3 mod . -7 2 / .', '72 emit 105 emit', '+', 'foo', '1 0 /', '5 dup = .', '1 2 3 swap', '2147483647 square square .', ': x 1'):
    f.out = []
    try: f.run(line)
    except ForthError, e: print '%-30s ERROR %s' % (line, e); continue
    except (ZeroDivisionError, ValueError), e: print '%-30s %s: %s' % (line, e.__class__.__name__, e); continue
    print '%-30s' % line, ' '.join(f.out) or 'ok', f.stack
print sorted(f.words), f.words['square']
