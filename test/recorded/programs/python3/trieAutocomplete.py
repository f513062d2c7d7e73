"""A trie for autocomplete with counts and wildcard search."""
class TrieNode:
    def __init__(self):
        self.children = {}
        self.count = 0

    def __repr__(self):
        return f"TrieNode({''.join(sorted(self.children))}, {self.count})"


class Trie:
    def __init__(self, words=()):
        self.root = TrieNode()
        for w in words:
            self.add(w)

    def add(self, word):
        node = self.root
        for ch in word:
            node = node.children.setdefault(ch, TrieNode())
        node.count += 1

    def _find(self, prefix):
        node = self.root
        for ch in prefix:
            if (node := node.children.get(ch)) is None:
                return None
        return node

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and node.count > 0

    def complete(self, prefix, limit=3):
        start = self._find(prefix)
        found = []
        def walk(node, word):
            if node.count:
                found.append((-node.count, word))
            for ch, child in node.children.items():
                walk(child, word + ch)
        if start:
            walk(start, prefix)
        return [w for _, w in sorted(found)[:limit]]

    def match(self, pattern, node=None, word=""):
        node = node or self.root
        if not pattern:
            return [word] if node.count else []
        head, rest = pattern[0], pattern[1:]
        if head == ".":
            return [m for ch, c in sorted(node.children.items()) for m in self.match(rest, c, word + ch)]
        return self.match(rest, node.children[head], word + head) if head in node.children else []


t = Trie("car card care cat dog do dot car care car cot cut".split())
print(t.complete("ca"), t.complete("d", 10), t.complete("x"), t.complete(""))
print("car" in t, "ca" in t, "zebra" in t, t.match("c.t"), t.match("..."), t.match("do."), t.root)
