"""A small image: channels, crops, flips, threshold, box blur, histogram, padding, uint8 arithmetic."""
import numpy as np

h, w = 6, 8
img = (np.arange(h * w * 3).reshape(h, w, 3) * 5 % 256).astype(np.uint8)
print(img.shape, img.dtype, img.min(), img.max(), img[0, 0], img[-1, -1])
gray = (img @ np.array([0.299, 0.587, 0.114])).round().astype(np.uint8)
print(gray)
print(gray[::2, ::-2], np.flipud(gray)[0], np.rot90(gray).shape, gray.T[0])
print(img[..., ::-1][0, 1], img[:, :, 0].mean(), img.mean(axis=(0, 1)).round(2))
binary = np.where(gray > gray.mean(), 255, 0).astype(np.uint8)
print(binary)
print("overflow:", gray[0, :3] + np.uint8(250), np.clip(gray[0, :3].astype(int) + 250, 0, 255), 255 - gray[0, :3])
p = np.pad(gray.astype(float), 1, mode="edge")
blur = sum(p[i:i + h, j:j + w] for i in range(3) for j in range(3)) / 9
print(blur.round(1))
hist, edges = np.histogram(gray, bins=5, range=(0, 256))
print(hist, edges, hist.sum() == gray.size)
gx = np.abs(np.diff(gray.astype(np.int16), axis=1))
print(gx.max(), gx.dtype, np.argwhere(gx > 100)[:4].tolist())
print(gray.reshape(3, 2, 4, 2).mean(axis=(1, 3)), np.tile([[0, 255]], (2, 2)), np.repeat(gray[:1, :3], 2, axis=1))
