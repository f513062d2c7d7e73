"""Prices: returns, moving averages, drawdown, volatility, crossover signals."""
import numpy as np
rng = np.random.default_rng(99)
ret = rng.normal(0.001, 0.02, 40)
price = 100 * np.cumprod(1 + ret)
print(price[:5].round(2), price[-1].round(2), price.argmax(), price.argmin())
sma = lambda x, n: np.convolve(x, np.ones(n) / n, mode="valid")
fast, slow = sma(price, 3), sma(price, 10)
print(fast.shape, slow.shape, fast[:3].round(3), slow[-3:].round(3))
sig = np.sign(fast[-len(slow):] - slow); cross = np.flatnonzero(np.diff(sig)) + 1
print(sig.astype(int), cross)
peak = np.maximum.accumulate(price); dd = (price - peak) / peak
print("max drawdown", f"{dd.min():.2%}", "at", dd.argmin(), "volatility", (np.diff(np.log(price)).std(ddof=1) * np.sqrt(252)).round(4))
ema = np.empty_like(price); ema[0] = price[0]
for i in range(1, 40): ema[i] = 0.2 * price[i] + 0.8 * ema[i - 1]
print(ema[::8].round(3), np.corrcoef(ret[:-1], ret[1:])[0, 1].round(4), (ret > 0).mean(), np.where(ret > 0.03)[0], np.sort(ret)[:3].round(4), np.percentile(ret, 5).round(5))
up = np.clip(ret, 0, None); down = -np.clip(ret, None, 0); print((100 - 100 / (1 + up[:14].mean() / down[:14].mean())).round(3))
for lo, hi in zip(*(lambda h: (h[1][:-1], h[1][1:]))(np.histogram(ret, 6))): print(f"{lo:+.3f}..{hi:+.3f} {'*' * int(((ret >= lo) & (ret < hi)).sum())}")
week = price[:40].reshape(8, 5); print(np.c_[week[:, 0], week.max(1), week.min(1), week[:, -1]].round(2)); print(week[:2])
