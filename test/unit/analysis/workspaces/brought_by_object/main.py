from experiments import compile_filter

run, counter = compile_filter()
print(run([1.0, 2.0]), counter.count.get_value())
