# as above, but the trainer passes only its SGD pairs; model.updates is filled and never read.
import numpy as np
from app.models import NoisyRNN
from app.trainer import Trainer

t = Trainer(NoisyRNN(2))
data = np.ones((3, 2))
print(t.train(data), t.train(data))
