"""A text editor with command objects, undo and redo."""
from abc import ABC, abstractmethod
class Command(ABC):
    @abstractmethod
    def do(self, text): ...
    @abstractmethod
    def undo(self, text): ...
class Insert(Command):
    def __init__(self, pos, s): self.pos, self.s = pos, s
    def do(self, t): return t[:self.pos] + self.s + t[self.pos:]
    def undo(self, t): return t[:self.pos] + t[self.pos + len(self.s):]
class Delete(Command):
    def __init__(self, a, b): self.a, self.b = a, b
    def do(self, t): self.gone = t[self.a:self.b]; return t[:self.a] + t[self.b:]
    def undo(self, t): return t[:self.a] + self.gone + t[self.a:]
class Replace(Command):
    def __init__(self, old, new): self.old, self.new = old, new
    def do(self, t): self.before = t; return t.replace(self.old, self.new)
    def undo(self, t): return self.before
class Editor:
    def __init__(self): self.text, self.done, self.undone = "", [], []
    def run(self, c): self.text = c.do(self.text); self.done.append(c); self.undone.clear(); return self
    def undo(self):
        if self.done: c = self.done.pop(); self.text = c.undo(self.text); self.undone.append(c)
        return self
    def redo(self):
        if self.undone: c = self.undone.pop(); self.text = c.do(self.text); self.done.append(c)
        return self
e = Editor()
for step in (lambda: e.run(Insert(0, "hello world")), lambda: e.run(Delete(0, 6)), lambda: e.run(Replace("o", "0")), e.undo, e.undo, e.redo, lambda: e.run(Insert(5, "!")), e.redo, e.undo, e.undo, e.undo, e.undo):
    step(); print(repr(e.text), len(e.done), len(e.undone))
