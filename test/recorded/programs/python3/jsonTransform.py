"""JSON in, nested data changed, JSON out; custom encoders and hooks; errors."""
import json
from datetime import date
from decimal import Decimal

text = '''
{"users": [
   {"id": 1, "name": "Zo\\u00eb", "tags": ["a", "b"], "score": 9.5, "active": true},
   {"id": 2, "name": "Bob \\"B\\" Lee", "tags": [], "score": -1e3, "active": false, "manager": null}
 ], "version": 1.0, "big": 12345678901234567890}
'''
data = json.loads(text)
print(data)
for u in data["users"]:
    print(f"{u['id']:>3} {u['name']:<12} {u.get('manager', 'n/a')!s:<5} {u['score']:+.1f} {','.join(u['tags']) or '(none)'}")
print(json.dumps(data, sort_keys=True))
print(json.dumps(data, indent=2, ensure_ascii=False))
print(json.dumps({"t": (1, 2), 3: "int key", None: 0, True: 1, 1.5: []}, separators=(",", ":")))


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return {"__date__": o.isoformat()}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


def hook(d):
    return date.fromisoformat(d["__date__"]) if "__date__" in d else d


s = json.dumps({"when": date(2024, 5, 17), "what": {3, 1, 2}}, cls=Enc)
print(s, json.loads(s, object_hook=hook))
print(json.loads("[1.10, 2]", parse_float=Decimal), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
print(json.dumps([float("inf"), float("nan"), 1e100, 1e-7, 0.1 + 0.2]), json.dumps("é\u2028\t\x01/"))
for bad in ("{'a': 1}", "[1, 2", "", "[1,]", '{"a" 1}', "nul", "[1] 2", '"\t"'):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), "->", e, "|", e.pos, e.lineno, e.colno)
for obj in (object, {(1, 2): 3}, b"x", 1j):
    try:
        json.dumps(obj)
    except TypeError as e:
        print(e)
try:
    json.dumps([float("nan")], allow_nan=False)
except ValueError as e:
    print(e)
