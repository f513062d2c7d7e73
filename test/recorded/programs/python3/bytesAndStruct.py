"""Bytes, bytearray, memoryview, struct, hashlib, base64, binascii, zlib checksums."""
import struct
import hashlib
import base64
import binascii
import zlib

b = bytes([72, 101, 108, 108, 111]) + b" \x00\xff\n'\""
print(b, len(b), b[0], b[:5], list(b[-3:]), b.hex(), b.hex(" ", 2), bytes.fromhex("de ad BE ef"), b.find(b"l"), b.upper(), bytes(3), bytes("é", "utf-8"))
ba = bytearray(b"abcabc")
ba[1:3] = b"XYZ"
ba.append(33); ba += b"?"; del ba[0]
print(ba, ba.pop(), ba.replace(b"a", b"--"), ba.split(b"c"), bytes(reversed(ba)), ba.count(b"c"), ba.startswith((b"q", b"X")))
m = memoryview(bytearray(range(10)))
m[2:4] = b"\xaa\xbb"
print(m[2], m[::3].tolist(), m.nbytes, bytes(m[:5]), m.format, m.readonly, len(m), m[1:3] == b"\x01\xaa")
packed = struct.pack(">IhB4sf?", 0xDEADBEEF, -2, 255, b"ab", 1.5, True)
print(packed, len(packed), struct.unpack(">IhB4sf?", packed), struct.calcsize("<hid"), struct.calcsize("3i"))
print(struct.pack("<d", 0.1).hex(), struct.unpack("<q", struct.pack("<d", -2.0))[0], list(struct.iter_unpack("<H", b"\x01\x00\x02\x00\xff\xff")), struct.pack("<3H", 1, 2, 3), struct.unpack_from("B", b"abc", 2))
header = struct.Struct("!2sHI")
print(header.size, header.pack(b"BM", 1, 70000), header.unpack(header.pack(b"BM", 1, 70000)), header.format)
for name in ("md5", "sha1", "sha256", "sha512"):
    print(name, hashlib.new(name, b"hello").hexdigest()[:32], hashlib.new(name).digest_size)
h = hashlib.sha256()
for part in (b"hel", b"lo"): h.update(part)
print(h.hexdigest() == hashlib.sha256(b"hello").hexdigest(), h.name, hashlib.md5("naïve".encode()).hexdigest(), hashlib.blake2b(b"x", digest_size=8).hexdigest())
print(base64.b64encode(b"any carnal pleas"), base64.b64decode("aGk="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b85encode(b"hello"), binascii.hexlify(b"\x01z"), binascii.unhexlify("00ff"), binascii.crc32(b"hello"), zlib.crc32(b"hello"), zlib.adler32(b"hello"))
print((1024).to_bytes(4, "big"), (-5).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), b"%d-%s" % (5, b"x"), b"a" * 3 < b"b", b"a" == "a", b"abc".translate(None, b"b"), b" x ".strip(), b"-".join([b"1", b"2"]))
for bad in (lambda: bytes([256]), lambda: struct.unpack("i", b"abc"), lambda: struct.pack("B", 256), lambda: struct.pack("z", 1), lambda: b"a" + "b", lambda: bytes.fromhex("abc"), lambda: base64.b64decode("abc"), lambda: b"abc".index(b"z"), lambda: bytes("x"), lambda: (256).to_bytes(1, "big"), lambda: b[0].decode(), lambda: struct.pack("2i", 1), lambda: memoryview("x")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
