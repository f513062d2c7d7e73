import numpy as np
for f in ['f8','i4','F','b','c','s','e','h','u8','v2','v3']:
    a = np.load(f + '.npy'); print(f, repr(a), a.dtype, a.shape)
z = np.load('a.npz'); print(z.files, z['x'], z['y'], len(z), 'x' in z, list(z.keys()))
with np.load('z.npz') as d:
    for k in d.files: print(k, d[k].shape, d[k].sum(), d[k].dtype)
for f in ['o.npy','nope.npy']:
    try: np.load(f)
    except Exception as e: print(type(e).__name__, e)
try: z['q']
except KeyError as e: print(e)
print(np.load(open('i4.npy','rb')))
for f in ['t.txt','one.txt','none.txt','row.txt']:
    a = np.loadtxt(f); print(f, a, a.shape, a.dtype)
print(np.loadtxt('sc.txt', delimiter=';'), np.loadtxt('sc.txt', delimiter=';', dtype=int), np.loadtxt('t.txt', usecols=(0,2)), np.loadtxt('t.txt', usecols=1), np.loadtxt('t.txt', skiprows=2), np.loadtxt('t.txt', max_rows=2))
x, y, w = np.loadtxt('t.txt', unpack=True); print(x, y, w)
print(np.loadtxt('one.txt', ndmin=2), np.loadtxt('row.txt', ndmin=1), np.loadtxt('row.txt', ndmin=2), np.loadtxt(['1 2', '3 4']), np.loadtxt(open('sc.txt'), delimiter=';'))
for f, k in [('bad1.txt', {}), ('bad2.txt', {}), ('t.csv', {}), ('nope.txt', {}), ('t.txt', dict(usecols=5)), ('t.csv', dict(delimiter=',', skiprows=1))]:
    try: print(np.loadtxt(f, **k))
    except Exception as e: print(type(e).__name__, e)
    try: print(np.genfromtxt(f))
    except Exception as e: print(type(e).__name__, e)
print(np.genfromtxt('t.csv', delimiter=',', skip_header=1), np.genfromtxt('t.csv', delimiter=','), np.genfromtxt('t.csv', delimiter=',', skip_header=1, usecols=(0,1), filling_values=0))
print(np.genfromtxt('t.txt', dtype=int), np.genfromtxt('t.txt', dtype=None), np.genfromtxt('t.csv', delimiter=',', skip_header=1, skip_footer=1), np.genfromtxt('one.txt').shape)
a, b = np.genfromtxt('sc.txt', delimiter=';', unpack=True); print(a, b)
print(np.fromfile('i4.npy', dtype='u1', count=6), np.fromstring('1 2 3', sep=' '), np.fromstring('1,2', dtype=int, sep=','))
