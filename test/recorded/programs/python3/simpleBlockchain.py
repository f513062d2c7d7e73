"""A toy blockchain with sha256 and proof of work."""
import hashlib, json
class Block:
    def __init__(self, index, data, prev):
        self.index, self.data, self.prev, self.nonce = index, data, prev, 0
    def digest(self):
        return hashlib.sha256(json.dumps(self.__dict__, sort_keys=True).encode()).hexdigest()
    def mine(self, zeros=2):
        while not (h := self.digest()).startswith("0" * zeros):
            self.nonce += 1
        return h
chain, prev = [], "0" * 8
for i, data in enumerate([{"from": "a", "to": "b", "n": 5}, "text", [1, None, True]]):
    b = Block(i, data, prev)
    prev = b.mine()
    chain.append((b, prev))
    print(i, b.nonce, prev[:16])
def valid():
    return all(b.digest() == h and (i == 0 or b.prev == chain[i - 1][1]) for i, (b, h) in enumerate(chain))
print(valid())
chain[1][0].data = "tampered"
print(valid(), [b.digest() == h for b, h in chain])
