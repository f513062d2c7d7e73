import hashlib, hmac
for n in ('sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s'):
    h = getattr(hashlib, n)(b'hello'); print(n, h.hexdigest(), h.digest_size, h.block_size, h.name)
    h.update(b' world' * 50); print(h.hexdigest()[:20], hashlib.new(n, b'x').hexdigest()[:16])
print(hashlib.blake2b(b'abc', digest_size=16).hexdigest(), hashlib.blake2s(digest_size=4).hexdigest(), hashlib.blake2b(b'a', digest_size=20).copy().digest())
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 20).hex(), hashlib.pbkdf2_hmac('sha1', b'pw', b'na', 3, 50).hex(), hashlib.pbkdf2_hmac('sha512', b'pw', b'na', 2, dklen=10))
print(hmac.new(b'k', b'm', 'sha3_256').hexdigest(), hmac.new(b'k', b'm', hashlib.sha3_512).hexdigest()[:10])
import base64
for n in range(12): e = base64.b85encode(bytes(range(n))); print(e, base64.b85decode(e))
print(base64.b85encode(b'abc', pad=True))
for bad in (b'a b', b'~~~~~'):
    try: base64.b85decode(bad)
    except ValueError as e: print(e)
try: hashlib.pbkdf2_hmac('md5', b'', b'', 0)
except ValueError as e: print(e)
