"""Advent of Code's file system from a terminal log; du and tree."""
LOG = """$ cd /
$ ls
dir a
14848514 b.txt
dir d
$ cd a
$ ls
dir e
29116 f
$ cd e
$ ls
584 i
$ cd ..
$ cd ..
$ cd d
$ ls
4060174 j
7214296 k"""
class Dir(dict):
    def __init__(self, name, parent=None):
        super().__init__()
        self.name, self.parent = name, parent
    @property
    def size(self):
        return sum(v.size if isinstance(v, Dir) else v for v in self.values())
    def walk(self):
        yield self
        for v in self.values():
            if isinstance(v, Dir):
                yield from v.walk()
    def path(self):
        return "" if self.parent is None else self.parent.path() + "/" + self.name
cwd = root = Dir("/")
for line in LOG.splitlines():
    match line.split():
        case "$", "cd", "/": cwd = root
        case "$", "cd", "..": cwd = cwd.parent
        case "$", "cd", name: cwd = cwd[name]
        case "$", "ls": pass
        case "dir", name: cwd[name] = Dir(name, cwd)
        case size, name: cwd[name] = int(size)
def tree(d, prefix=""):
    for i, (k, v) in enumerate(d.items()):
        last = i == len(d) - 1
        print(prefix + ("└── " if last else "├── ") + k, "" if isinstance(v, Dir) else f"({v:,})")
        if isinstance(v, Dir): tree(v, prefix + ("    " if last else "│   "))
tree(root)
print({d.path() or "/": d.size for d in root.walk()}, sum(d.size for d in root.walk() if d.size < 100000))
