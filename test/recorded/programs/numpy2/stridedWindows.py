import numpy as np
from numpy.lib.stride_tricks import sliding_window_view, as_strided
x=np.arange(10)
print(sliding_window_view(x,3)); print(sliding_window_view(x,3).mean(axis=-1))
y=np.arange(16).reshape(4,4); w=sliding_window_view(y,(2,2)); print(w.shape,w[0,1],w.max(axis=(2,3))); print(sliding_window_view(y,2,axis=1)[0])
s=as_strided(x,shape=(4,3),strides=(16,8)); print(s,s.sum(1)); s[0,0]=99; print(x)
print(np.lib.stride_tricks.as_strided(y,(3,3,2,2),y.strides*2)[1,1])
k=np.array([[1,0],[0,-1]]); print(np.einsum('ijkl,kl->ij',w,k))
try: sliding_window_view(x,11)
except ValueError as e: print(e)
try: sliding_window_view(x,3)[0,0]=1
except ValueError as e: print(e)
r=np.random.RandomState(3); print(r.tomaxint(), r.tomaxint((2,2)))
