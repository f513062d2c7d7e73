from .recurrent import NoisyRNN
