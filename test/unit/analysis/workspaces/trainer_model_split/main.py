# model.py holds the graph incl. scan updates as attribute, trainer.py compiles generic models with model.updates + optimizer pairs; evaluator without: clean (info at most).
import numpy as np
from app.models import NoisyRNN
from app.trainer import Trainer

t = Trainer(NoisyRNN(2))
data = np.ones((3, 2))
print(t.train(data), t.evaluate(data), t.train(data))
