import zlib, gzip, binascii
data = b"hello world " * 50 + bytes(range(256)) * 3
for l in (-1, 1, 3, 6, 9):
    c = zlib.compress(data, l); print(l, len(c), c[:12], zlib.decompress(c) == data)
print(zlib.compress(b''), zlib.compress(b'a'), zlib.compress(data, 9, -15)[:8], zlib.compress(data, wbits=31)[:14])
g = gzip.compress(data, mtime=0); print(len(g), g[:12], gzip.decompress(g) == data, len(gzip.compress(data)))
print(gzip.compress(b'abc', mtime=5), gzip.compress(b'abc', 1, mtime=0))
for bad in (b'', b'x', b'abcdef', zlib.compress(data)[:-3], zlib.compress(data)[:40], zlib.compress(data)[:-1] + b'x', b'\x78\x9c\xff\xff'):
    try: print(zlib.decompress(bad))
    except zlib.error as e: print('zlib.error', e)
try: gzip.decompress(b'abc')
except Exception as e: print(type(e).__name__, e)
co = zlib.compressobj(9); parts = [co.compress(b'abc' * 10), co.compress(b'def' * 10), co.flush()]; print(parts, zlib.decompress(b''.join(parts)))
d = zlib.decompressobj(); print(d.decompress(zlib.compress(data) + b'tail') == data, d.unused_data, d.eof, d.flush())
print(zlib.crc32(b'abc'), zlib.adler32(b'abc'), binascii.crc32(b'abc'), zlib.crc32(b'c', zlib.crc32(b'ab')))
try: zlib.compress('text')
except TypeError as e: print(e)
try: zlib.compress(b'', 10)
except zlib.error as e: print(e)
print(f"{len(zlib.compress(data))/len(data):.2%}", zlib.MAX_WBITS, zlib.error, issubclass(zlib.error, Exception))
print(len(zlib.compress(bytes(i * i % 251 for i in range(100000)))), len(zlib.compress(b''.join(str(i).encode() for i in range(30000)))))
