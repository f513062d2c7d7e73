"""Inventory with JSON persistence in StringIO, undo history and reports."""
import io, json, copy

class Inventory:
    def __init__(self): self.items, self._history = {}, []
    def _save(self): self._history.append(copy.deepcopy(self.items))
    def add(self, sku, qty, *, price, **meta):
        self._save()
        entry = self.items.setdefault(sku, {"qty": 0, "price": price, "meta": {}})
        entry["qty"] += qty
        entry["meta"] |= meta
        return self
    def remove(self, sku, qty):
        if self.items[sku]["qty"] < qty:
            raise ValueError(f"only {self.items[sku]['qty']} of {sku}")
        self._save()
        self.items[sku]["qty"] -= qty
        if not self.items[sku]["qty"]:
            del self.items[sku]
    def undo(self): self.items = self._history.pop()
    def dump(self, fp): json.dump(self.items, fp, indent=1, sort_keys=True)
    @classmethod
    def load(cls, fp):
        inv = cls(); inv.items = json.load(fp); return inv
    def value(self): return sum(e["qty"] * e["price"] for e in self.items.values())

inv = Inventory().add("A1", 10, price=2.5, color="red").add("B2", 1, price=99.99).add("A1", 5, price=3, size=[1, 2])
print(inv.items, inv.value())
inv.remove("B2", 1)
print(list(inv.items), len(inv._history))
inv.undo()
print(list(inv.items))
for sku, q in (("A1", 99), ("ZZ", 1)):
    try: inv.remove(sku, q)
    except (ValueError, KeyError) as e: print(f"{type(e).__name__}({e})")
f = io.StringIO(); inv.dump(f); f.seek(0)
print(f.read()); f.seek(0)
again = Inventory.load(f)
print(again.items == inv.items, again.value() == inv.value(), f.tell(), f.read() == "")
f.seek(0); print([line.strip() for line in f][:3], f.closed); f.truncate(5); print(repr(f.getvalue()))
