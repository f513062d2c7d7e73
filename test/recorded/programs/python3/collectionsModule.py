"""Counter, deque, defaultdict, OrderedDict, namedtuple, ChainMap, UserDict and their errors."""
from collections import Counter, deque, defaultdict, OrderedDict, namedtuple, ChainMap, UserDict, UserList, abc

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:6])
c.subtract("aab"); c.update(z=2)
print(c, +c, -Counter(a=-1, b=2), c & Counter(a=1, d=5), c | Counter(a=9), Counter(a=3) - Counter(a=1, b=1), Counter(a=1) <= Counter(a=2))
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, d.popleft(), d.pop(), d)
d.rotate(1); d.extendleft("ab")
print(d, list(reversed(d)), d.index("a"), d.count(3), deque("xy") + deque("z"), deque([1]) * 3)
tree = lambda: defaultdict(tree)
t = tree(); t["a"]["b"]["c"] = 1
print(dict(t["a"]["b"]), "q" in t, t.get("q"), len(t), defaultdict(int, x=1), repr(defaultdict(list)))
od = OrderedDict.fromkeys("cab")
od.move_to_end("c"); od.move_to_end("b", last=False)
print(od, list(od), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), {"a": 1, "b": 2} == OrderedDict(b=2, a=1), od.popitem())
P = namedtuple("P", "x y z", defaults=(0,))
p = P(1, y=2)
print(p, p._asdict(), p._replace(z=9), P._fields, P._make("abc"), p + (4,), p == (1, 2, 0), P._field_defaults, sum(p), p[1:], P.__doc__)
x, *rest = p
print(x, rest, isinstance(p, tuple), namedtuple("R", "a class a b", rename=True)._fields)
defaults, env = {"color": "red", "user": "guest"}, {"user": "admin"}
cm = ChainMap(env, defaults)
cm["new"] = 1
print(cm["user"], cm["color"], sorted(cm), cm.maps, cm.new_child({"user": "me"})["user"], len(cm), cm.parents, cm)
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return f"<{k}>"
l = Lower(A=1); l.update({"B": 2}); l["C"] = 3
print(l, l["nope"], "a" in l, len(l), l.data, {**l}, isinstance(l, abc.MutableMapping), UserList([1, 2]) + [3])
for bad in (lambda: deque([]).pop(), lambda: P(1), lambda: P(1, 2, 3, 4), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "_x"), lambda: setattr(p, "x", 2), lambda: cm.pop("color"), lambda: deque([1]).remove(5), lambda: d.insert(0, 1), lambda: OrderedDict().popitem(), lambda: deque(maxlen=-1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
def mutate():
    dq = deque([1, 2, 3])
    for v in dq: dq.append(v)
try: mutate()
except RuntimeError as e: print(e)
print([isinstance([], t) for t in (abc.Sequence, abc.Hashable, abc.Iterable, abc.Mapping)], isinstance({}.keys(), abc.Set))
