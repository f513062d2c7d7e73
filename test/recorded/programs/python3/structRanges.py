import struct
for f in ('b','B','h','H','i','I','l','L','q','Q','<b','<B','<h','<H','<i','<I','<q','<Q','>l','!L','=h','@h','n','N'):
    for v in (10**3, -10**3, 10**6, -10**6, 10**12, 10**30, -10**30, -1):
        try: struct.pack(f, v); print(f, v, 'ok')
        except Exception as e: print(f, v, type(e).__name__, e)
for a in (lambda: b"a" + "b", lambda: b"a" + 1, lambda: bytearray(b"a") + "b", lambda: "a" + b"b", lambda: bytearray(b'') + 1):
    try: a()
    except TypeError as e: print(e)
