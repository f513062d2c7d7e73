import numpy as np, io, sys
np.savetxt(sys.stdout, np.arange(6).reshape(2,3))
np.savetxt(sys.stdout, np.arange(6).reshape(2,3), fmt='%d', delimiter=',', header='a,b,c', comments='')
np.savetxt(sys.stdout, [1.5, 2.5, 3], fmt='%.2f', header='x\ny', footer='end')
np.savetxt(sys.stdout, np.array([[1+2j, 3-4j]]))
np.savetxt(sys.stdout, np.array([[1, 2.5], [3, 4]]), fmt=['%d', '%.3f'], delimiter='\t')
np.savetxt(sys.stdout, np.array([[1, 2.5], [3, 4]]), fmt='%d: %8.3f')
np.savetxt(sys.stdout, np.array(['a', 'b']), fmt='%s')
for bad in (lambda: np.savetxt(sys.stdout, np.zeros((2,2,2))), lambda: np.savetxt(sys.stdout, 3), lambda: np.savetxt(sys.stdout, [[1,2]], fmt=['%d']), lambda: np.savetxt(sys.stdout, [[1,2]], fmt='%d %d %d'), lambda: np.savetxt(sys.stdout, ['a'])):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
b = io.BytesIO(); np.savetxt(b, np.eye(2), fmt='%g'); print(b.getvalue())
s = io.StringIO(); np.savetxt(s, np.eye(2), '%.1f'); print(s.getvalue()); s.seek(0); print(np.loadtxt(s))
b.seek(0); print(np.loadtxt(b))
for a in (np.arange(5), np.eye(3), np.array([[1,2],[3,4]], dtype='f4').T, np.array(3), np.array([True, False]), np.array([1+2j])):
    b = io.BytesIO(); np.save(b, a); v = b.getvalue(); print(len(v), v[:128]); b.seek(0); c = np.load(b); print(c, c.dtype, c.shape)
b = io.BytesIO(); np.save(b, np.arange(3)); np.save(b, np.eye(2)); b.seek(0); print(np.load(b), np.load(b))
b = io.BytesIO(); np.savez(b, np.arange(3), x=np.eye(2), name=np.array([1])); print(len(b.getvalue())); b.seek(0); z = np.load(b); print(z.files, z['x'], z['arr_0'], 'x' in z, sorted(z.keys()))
