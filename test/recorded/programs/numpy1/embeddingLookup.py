"""Word indices, embeddings, context windows and tf-idf in NumPy 1."""
import numpy as np
text = "the cat sat on the mat the dog sat".split()
vocab = sorted(set(text)); idx = np.array([vocab.index(w) for w in text], dtype='int32')
print(vocab, idx, idx.dtype, np.bincount(idx), np.unique(idx, return_counts=True)[1])
emb = 0.2 * np.random.RandomState(345).uniform(-1.0, 1.0, (len(vocab) + 1, 3)).astype('float32')
print(emb.dtype, emb[idx[:2]], emb[idx].shape, emb[idx].mean(axis=0))
win, pad = 3, -1
lpadded = (win // 2) * [pad] + list(idx) + (win // 2) * [pad]
ctx = np.array([lpadded[i:i + win] for i in range(len(idx))]).astype('int32')
print(ctx, emb[ctx].reshape((ctx.shape[0], 9)).shape)
cooc = np.zeros((len(vocab),) * 2, dtype=np.int64)
for a, b in zip(idx, idx[1:]): cooc[a, b] += 1
print(cooc, cooc.sum(axis=1), (cooc + cooc.T).diagonal(), np.argwhere(cooc > 1))
n = np.sqrt((emb ** 2).sum(1)); sim = emb.dot(emb.T) / np.outer(n, n)
print(sim.dtype, np.round(sim[0], 2), sim[0].argsort()[::-1][:3], np.allclose(np.diag(sim), 1))
df = np.array([1., 2, 4]); print(np.log(4 / df), np.float32(np.log(2)), np.log1p([0, 1]), np.where(df > 1, df, np.nan), np.array(['a', 'b']).tolist(), np.zeros(2, 'float32') == 0, np.array_str(df), repr(df.astype('int8')))
