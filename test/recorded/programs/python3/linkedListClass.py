"""A singly linked list with the container protocol."""
class LinkedList:
    class _Node:
        def __init__(self, value, next=None): self.value, self.next = value, next
    def __init__(self, items=()):
        self.head = None
        for x in reversed(list(items)): self.head = self._Node(x, self.head)
    def __iter__(self):
        node = self.head
        while node: yield node.value; node = node.next
    def __len__(self): return sum(1 for _ in self)
    def __repr__(self): return " -> ".join([*map(repr, self), "None"])
    def __getitem__(self, i):
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(f"index {i} out of range")
    def reverse(self):
        prev, node = None, self.head
        while node: node.next, prev, node = prev, node, node.next
        self.head = prev
        return self
    def middle(self):
        slow = fast = self.head
        while fast and fast.next: slow, fast = slow.next, fast.next.next
        return slow and slow.value
l = LinkedList("abcde")
print(l, len(l), l[2], "c" in l, l.middle(), l.reverse(), list(l), sorted(l), max(l), bool(LinkedList()), LinkedList().middle(), LinkedList([[1], 2.0]))
try: l[9]
except IndexError as e: print(e)
