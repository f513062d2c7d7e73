Programs of Python 3: numpy.fft. What they print was written down from NumPy 2.4.

# %% numpy.fft: transforms, frequencies, shifts
import numpy as np
print(np.fft.fft([1, 2, 3, 4]), np.fft.ifft([10, -2+2j, -2, -2-2j]), np.fft.fft([1., 2., 3.]))  # => [10.+0.j -2.+2.j -2.+0.j -2.-2.j] [1.+0.j 2.+0.j 3.+0.j 4.+0.j] [ 6. +0.j        -1.5+0.8660254j -1.5-0.8660254j]
print(np.fft.fft(np.arange(5)), np.fft.fft(np.arange(6)), np.fft.fft(np.arange(8)))  # => [10. +0.j         -2.5+3.4409548j  -2.5+0.81229924j -2.5-0.81229924j
# =>  -2.5-3.4409548j ] [15.+0.j         -3.+5.19615242j -3.+1.73205081j -3.+0.j
# =>  -3.-1.73205081j -3.-5.19615242j] [28.+0.j         -4.+9.65685425j -4.+4.j         -4.+1.65685425j
# =>  -4.+0.j         -4.-1.65685425j -4.-4.j         -4.-9.65685425j]
print(np.fft.fftfreq(8), np.fft.fftfreq(5, .1), np.fft.rfftfreq(8), np.fft.fftshift(np.arange(5)), np.fft.ifftshift(np.arange(5)), np.fft.fftshift(np.arange(6).reshape(2, 3)))  # => [ 0.     0.125  0.25   0.375 -0.5   -0.375 -0.25  -0.125] [ 0.  2.  4. -4. -2.] [0.    0.125 0.25  0.375 0.5  ] [3 4 0 1 2] [2 3 4 0 1] [[5 3 4]
# =>  [2 0 1]]
print(np.fft.fft2(np.arange(6).reshape(2, 3)), np.fft.fftn(np.eye(2)))  # => [[15.+0.j         -3.+1.73205081j -3.-1.73205081j]
# =>  [-9.+0.j          0.+0.j          0.+0.j        ]] [[2.+0.j 0.+0.j]
# =>  [0.+0.j 2.+0.j]]
t = np.linspace(0, 1, 16, endpoint=False); x = np.sin(2*np.pi*3*t)
rs = np.random.RandomState(0)
print(np.fft.fft(rs.randn(2, 4), axis=0), np.fft.fft(np.ones(3)).dtype, np.fft.ifft(np.fft.fft([1, 2, 3])).real, repr(np.fft.fft([1, 0])))  # => [[ 3.63161034+0.j -0.57712067+0.j  1.9288264 +0.j  2.08953599+0.j]
# =>  [-0.10350564+0.j  1.37743509+0.j  0.02864957+0.j  2.39225041+0.j]] complex128 [1. 2. 3.] array([1.+0.j, 1.+0.j])

