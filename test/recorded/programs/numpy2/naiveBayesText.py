"""Naive Bayes on word counts; one-hot, log probabilities, argmax."""
import numpy as np
docs = ["win money now", "meeting at noon", "win a prize now", "lunch at noon money"]
y = np.array([1, 0, 1, 0])
vocab = sorted({w for d in docs for w in d.split()})
X = np.array([[d.split().count(w) for w in vocab] for d in docs])
print(vocab, X, X.sum(0), X.sum(1), sep="\n")
counts = np.array([X[y == c].sum(0) for c in (0, 1)])
logp = np.log((counts + 1) / (counts.sum(1, keepdims=True) + len(vocab)))
prior = np.log(np.bincount(y) / y.size)
print(counts, logp.round(3), prior.round(4), sep="\n")
for t in ("win lunch", "noon meeting now", "xyz"):
    v = np.array([t.split().count(w) for w in vocab])
    s = logp @ v + prior
    p = np.exp(s - s.max()); p /= p.sum()
    print(f"{t:<18}{s.round(3)} {p.round(3)} {['ham', 'spam'][s.argmax()]}")
tf = X / X.sum(1, keepdims=True); idf = np.log(len(docs) / (X > 0).sum(0)); print((tf * idf).round(3)); n = np.linalg.norm(X, axis=1); print((X @ X.T / np.outer(n, n)).round(3), np.eye(2, dtype=int)[y], (X > 0).astype(int).T[0])
