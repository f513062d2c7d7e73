# the same with the updates forgotten in the runner.
from mylib.runner import make_runner

run = make_runner()
print(run([0.0, 0.0]), run([0.0, 0.0]))
