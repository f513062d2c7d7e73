"""FFT of a sum of sines, filtering, convolution by FFT, power spectrum."""
import numpy as np
n, rate = 64, 64
t = np.arange(n) / rate
sig = 2 * np.sin(2 * np.pi * 5 * t) + 0.5 * np.cos(2 * np.pi * 12 * t) + 1
spec = np.fft.rfft(sig)
freq = np.fft.rfftfreq(n, 1 / rate)
amp = np.abs(spec) * 2 / n
amp[0] /= 2
for k in np.argsort(amp)[::-1][:3]:
    print(f"{freq[k]:5.1f} Hz amplitude {amp[k]:.4f}")
print(spec.shape, spec.dtype, freq[:4], np.fft.fftfreq(8, 0.5))
low = spec.copy()
low[freq > 8] = 0
clean = np.fft.irfft(low)
print(np.allclose(clean, 2 * np.sin(2 * np.pi * 5 * t) + 1), clean[:5].round(4))
a, b = np.array([1., 2, 3]), np.array([0, 1, 0.5])
print(np.fft.irfft(np.fft.rfft(a, 5) * np.fft.rfft(b, 5), 5).round(6), np.convolve(a, b))
print(np.fft.fft([1, 0, 0, 0]), np.fft.ifft(np.fft.fft([1, 2, 3, 4])).real.round(10), np.fft.fftshift(np.arange(5)))
c = np.fft.fft([0, 1, 2, 3])
print(c, c.real, c.imag, np.abs(c).round(4), np.angle(c).round(4))
print(np.fft.fft2(np.eye(2)), np.hanning(5), np.hamming(4).round(4), np.sinc([0, 0.5, 1]).round(6))
z = np.array([1 + 2j, -1j, 3])
print(z, z.conj(), z * z, abs(z), z.dtype, z.sum(), np.exp(1j * np.pi / 2).round(3), repr(z))
