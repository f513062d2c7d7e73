# What these programs show was written down from CPython.
# %% hashes
import hashlib, hmac
for name in ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']:
    h = hashlib.new(name, b'The quick brown fox'); h.update(b' jumps' * 30)
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name, getattr(hashlib, name)().hexdigest())
# => md5 5544c86b9c2b9824d7b0d55fc4ee7651 16 64 md5 d41d8cd98f00b204e9800998ecf8427e
# => sha1 fd397c727c631d6b85ce76415081de64dc96bed7 20 64 sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709
# => sha224 2cf6b17f9bed62f802888f93299a9c7292e7f62cc2eb2797bf783baf 28 64 sha224 d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f
# => sha256 4b296bff1fe00f572739661bc3d00b9711e48c429dd85530ee2079d2376a37ad 32 64 sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
# => sha384 99710824db89213cb89b79b028cb0732e4150bbf353a152a34f664d759a85e55127d2034af828e9e4bc55f9ff352e12f 48 128 sha384 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
# => sha512 bee7fd4937233fd78e6505460eb0054d4b2eabf5b42e9b58d548b8ddd1c33a738382e25a9a29262e52c98d29129151e63fbf37d98359826a1671315cda759e3c 64 128 sha512 cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
print(hashlib.sha256('é'.encode()).digest(), hashlib.md5(b'a' * 55).hexdigest(), hashlib.md5(b'a' * 56).hexdigest(), hashlib.sha512(b'a' * 111).hexdigest(), hashlib.sha512(b'a' * 112).hexdigest())  # => b'J\x99U~@3\xc3S\x9d\xe2\xebeG \x17\xca\xd5\xf9U\x7fz\x06%\xa0\x9f\x1c?n+\xa6\x9cL' ef1772b6dff9a122358552954ad0df65 3b0c8ac703f828b04c6c197006d17218 fa9121c7b32b9e01733d034cfc78cbf67f926c7ed83e82200ef86818196921760b4beff48404df811b953828274461673c68d04e297b0eb7b2b4d60fc6b566a2 c01d080efd492776a1c43bd23dd99d0a2e626d481e16782e75d54c2503b5dc32bd05f0f1ba33e568b88fd2d970929b719ecbb152f58f130a407c8830604b70ca
c = h.copy(); c.update(b'x'); print(c.hexdigest() == h.hexdigest(), sorted(hashlib.algorithms_guaranteed))  # => False ['blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'sha512', 'shake_128', 'shake_256']
print(hmac.new(b'key', b'msg', hashlib.sha256).hexdigest(), hmac.new(b'k' * 100, b'm', 'md5').hexdigest(), hmac.compare_digest('a', 'a'))  # => 2d93cbc1be167bcb1637a4a23cbff01a7878f0c50ee833954ea5221bb1b8c628 42b30474e1d3e8c54f2060cc0b35bf27 True
for f in [lambda: hashlib.md5('a'), lambda: hashlib.md5(1), lambda: hashlib.new('nope')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => TypeError Strings must be encoded before hashing
# => TypeError object supporting the buffer API required
# => ValueError unsupported hash type nope
# %% base64, hexadecimal, checksums
import base64, binascii, zlib
for d in [b'', b'a', b'ab', b'abc', b'\xff\xfe\xfd\xfc', bytes(range(60))]:
    e = base64.b64encode(d); print(e, base64.b64decode(e) == d, base64.urlsafe_b64encode(d), base64.b32encode(d), base64.b32decode(base64.b32encode(d)) == d, base64.b16encode(d), base64.encodebytes(d))
# => b'' True b'' b'' True b'' b''
# => b'YQ==' True b'YQ==' b'ME======' True b'61' b'YQ==\n'
# => b'YWI=' True b'YWI=' b'MFRA====' True b'6162' b'YWI=\n'
# => b'YWJj' True b'YWJj' b'MFRGG===' True b'616263' b'YWJj\n'
# => b'//79/A==' True b'__79_A==' b'777P37A=' True b'FFFEFDFC' b'//79/A==\n'
# => b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7' True b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7' b'AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFYYDENBWHA5DYPSAIJCEMSCKJRHFAUSUKZMFUXC6MBRGIZTINJWG44DSOR3' True b'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B' b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4\nOTo7\n'
print(base64.b64decode('aGVsbG8='), base64.b64decode(b'aGVs\nbG8='), base64.urlsafe_b64decode('_-7d_A=='), base64.b64decode('YWJj', validate=True), base64.b16decode('4A'), base64.decodebytes(b'aGk=\n'))  # => b'hello' b'hello' b'\xff\xee\xdd\xfc' b'abc' b'J' b'hi'
print(binascii.hexlify(b'\x01\xab'), binascii.unhexlify('01ab'), binascii.hexlify(b'abcde', '-', 2), binascii.crc32(b'hello'), zlib.crc32(b'hello', 7), zlib.adler32(b'hello world'), binascii.b2a_base64(b'hi'))  # => b'01ab' b'\x01\xab' b'61-6263-6465' 907060870 2217769622 436929629 b'aGk=\n'
for f in [lambda: base64.b64encode('a'), lambda: base64.b64decode('a'), lambda: base64.b64decode('ab'), lambda: base64.b64decode('abcde'), lambda: base64.b64decode('a$b=', validate=True), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b32decode('A'), lambda: base64.b16decode('4a'), lambda: base64.b64decode(3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => TypeError a bytes-like object is required, not 'str'
# => Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# => Error Incorrect padding
# => Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
# => Error Only base64 data is allowed
# => Error Odd-length string
# => Error Non-hexadecimal digit found
# => Error Incorrect padding
# => Error Non-base16 digit found
# => TypeError argument should be a bytes-like object or ASCII string, not 'int'
# %% struct
import struct
print(struct.pack('<ihBb?', 1, -2, 255, -1, True), struct.pack('>Id', 1, 1.5), struct.pack('!H', 80), struct.pack('5s3s', b'ab', b'abcd'), struct.pack('=qQ', -1, 2**64 - 1), struct.pack('c2xf', b'z', 0.1), struct.pack('bi', 1, 2), struct.pack('4p', b'abcdef'))  # => b'\x01\x00\x00\x00\xfe\xff\xff\xff\x01' b'\x00\x00\x00\x01?\xf8\x00\x00\x00\x00\x00\x00' b'\x00P' b'ab\x00\x00\x00abc' b'\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff' b'z\x00\x00\x00\xcd\xcc\xcc=' b'\x01\x00\x00\x00\x02\x00\x00\x00' b'\x03abc'
print(struct.unpack('<ihBb?', b'\x01\x00\x00\x00\xfe\xff\xff\xff\x01'), struct.unpack('>f', b'\x3f\xc0\x00\x00'), struct.unpack('3sc', b'abcd'), struct.unpack_from('<H', b'\x00\x01\x02\x03', 2), list(struct.iter_unpack('<h', b'\x01\x00\x02\x00')), struct.unpack('4p', b'\x03abc'))  # => (1, -2, 255, -1, True) (1.5,) (b'abc', b'd') (770,) [(1,), (2,)] (b'abc',)
print([struct.calcsize(f) for f in ['i', 'bi', '<bi', 'ibh', 'd', 'bd', '3s', 'l', '<l', '0s', '2h3x', 'P', 'bq0i']], struct.pack('<e', 1.1), struct.unpack('<e', b'\x66\x3c'), struct.pack('<d', float('nan')), struct.unpack('<Q', b'\xff' * 8))  # => [4, 8, 5, 8, 8, 16, 3, 8, 4, 0, 7, 8, 16] b'f<' (1.099609375,) b'\x00\x00\x00\x00\x00\x00\xf8\x7f' (18446744073709551615,)
s = struct.Struct('<2i'); print(s.pack(1, 2), s.size, s.format, s.unpack(b'\0' * 8))  # => b'\x01\x00\x00\x00\x02\x00\x00\x00' 8 <2i (0, 0)
b = bytearray(6); struct.pack_into('<H', b, 2, 513); print(b)  # => bytearray(b'\x00\x00\x01\x02\x00\x00')
for f in [lambda: struct.pack('<f', 1e300), lambda: struct.pack('i'), lambda: struct.pack('<b', 200), lambda: struct.pack('<B', -1), lambda: struct.pack('<h', 40000), lambda: struct.pack('h', 40000), lambda: struct.pack('<H', -1), lambda: struct.pack('H', 70000), lambda: struct.pack('<i', 2**31), lambda: struct.pack('i', 2**31), lambda: struct.pack('I', -1), lambda: struct.pack('q', 2**63), lambda: struct.pack('<q', 2**63), lambda: struct.pack('<Q', -1), lambda: struct.pack('i', 'a'), lambda: struct.pack('i', 1.0), lambda: struct.pack('f', 'a'), lambda: struct.pack('s', 'a'), lambda: struct.pack('c', b'ab'), lambda: struct.unpack('i', b'abc'), lambda: struct.pack('y', 1), lambda: struct.pack('3', 1), lambda: struct.unpack_from('i', b'abc'), lambda: struct.pack('f', 1e300), lambda: struct.pack('<n', 1)]:
    try: print(f())  # => b'\x00\x00\x80\x7f'
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
# => builtins OverflowError float too large to pack with f format
# => struct error pack expected 1 items for packing (got 0)
# => struct error 'b' format requires -128 <= number <= 127
# => struct error 'B' format requires 0 <= number <= 255
# => struct error 'h' format requires -32768 <= number <= 32767
# => struct error 'h' format requires -32768 <= number <= 32767
# => struct error 'H' format requires 0 <= number <= 65535
# => struct error 'H' format requires 0 <= number <= 65535
# => struct error 'i' format requires -2147483648 <= number <= 2147483647
# => struct error 'i' format requires -2147483648 <= number <= 2147483647
# => struct error 'I' format requires 0 <= number <= 4294967295
# => struct error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# => struct error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# => struct error 'Q' format requires 0 <= number <= 18446744073709551615
# => struct error required argument is not an integer
# => struct error required argument is not an integer
# => struct error required argument is not a float
# => struct error argument for 's' must be a bytes object
# => struct error char format requires a bytes object of length 1
# => struct error unpack requires a buffer of 4 bytes
# => struct error bad char in struct format
# => struct error repeat count given without format specifier
# => struct error unpack_from requires a buffer of at least 4 bytes for unpacking 4 bytes at offset 0 (actual buffer size is 3)
# => struct error bad char in struct format
