from .process import random_walk, mean_reverting
