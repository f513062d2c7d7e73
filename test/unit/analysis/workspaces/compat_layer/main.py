# a compat module re-exports scan/function/tensor of whichever library is there; state_rng in config; passed: clean.
from mylib.runner import make_runner

run = make_runner()
print(run([0.0, 0.0]), run([0.0, 0.0]))
