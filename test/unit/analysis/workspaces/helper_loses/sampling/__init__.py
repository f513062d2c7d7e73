from .chain import run_chain
from .kernels import gaussian_walk
