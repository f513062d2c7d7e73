"""Measures one program and its twins; called by inPython.ts.

Standard input: {"program": text, "twins": text, "fewerSteps": text of the program with fewer steps, "samples": how many, "sampleMs": how long each}.
Standard output: one JSON object with versions and a list of measurements, times in milliseconds.
"""

import json
import os
import sys
import tempfile
import time
import warnings

for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMBA_NUM_THREADS'):
    os.environ[name] = '1'
os.environ['XLA_FLAGS'] = '--xla_cpu_multi_thread_eigen=false'
os.environ['PYTENSOR_FLAGS'] = f'compiledir={tempfile.mkdtemp()}'
warnings.simplefilter('ignore')

import numpy as np

task = json.load(sys.stdin)
versions = {'python': sys.version.split()[0], 'numpy': np.__version__}
results = []


def timed(call):
    """Time on the processor, all threads together; libraries are told to use one."""
    started = time.process_time()
    value = call()
    return (time.process_time() - started) * 1000, value


def sample(call):
    """Many calls together: what another thread computes is told late."""
    elapsed, calls = 0.0, 0
    while elapsed < task['sampleMs']:
        elapsed += timed(call)[0]
        calls += 1
    return elapsed / calls


def checksum(value):
    """A number that shows whether twins compute the same."""
    parts = value if isinstance(value, (list, tuple)) else [value]
    return float(sum(np.asarray(part, dtype='float64').sum() for part in parts))


def measure(name, make):
    """`make` gives a function without arguments; what it and the first call cost is compile time."""
    try:
        made_ms, call = timed(make)
        first_ms, value = timed(call)
        times = [sample(call) for _ in range(task['samples'])]
        best = min(times)
        median = sorted(times)[len(times) // 2]
        compile_ms = made_ms + max(0.0, first_ms - best)
        entry = {'compileMs': compile_ms, 'bestMs': best, 'medianMs': median, 'checksum': checksum(value)}
        results.append({'name': name, **entry})
    except Exception as error:
        results.append({'name': name, 'error': f'{type(error).__name__}: {str(error)[:200]}'})


def run(text):
    space = {}
    exec(compile(text, 'program.py', 'exec'), space)
    return space


def pytensor_call(mode):
    with pytensor.config.change_flags(mode=mode):
        space = run(task['program'])
    return lambda: space['f'](*space['arguments'])


def jax_call(space):
    program = jax.jit(space['with_jax'])
    # What has no arguments is computed while it is compiled: such twins say what to give them.
    given = space.get('jax_arguments', space['arguments'])
    arguments = [jnp.asarray(argument) for argument in given]
    return lambda: jax.block_until_ready(program(*arguments))


def twins_of(text, names):
    """The twins see the sizes and the arguments of the program. Nothing is compiled for that."""
    compile_function = pytensor.function
    pytensor.function = lambda *_, **__: None
    try:
        space = run(text)
    finally:
        pytensor.function = compile_function
    space.update(names)
    exec(compile(task['twins'], 'twins.py', 'exec'), space)
    return space


try:
    import pytensor

    versions['pytensor'] = pytensor.__version__
except ImportError:
    pytensor = None
try:
    import jax
    import jax.numpy as jnp
    from jax import lax

    jax.config.update('jax_enable_x64', True)
    versions['jax'] = jax.__version__
except ImportError:
    jax = None

if pytensor is not None:
    # Its fastest mode: numba, or C where numba is not installed.
    try:
        import numba

        versions['numba'] = numba.__version__
        fastest = 'NUMBA'
    except ImportError:
        fastest = 'CVM'
    versions['pytensor mode'] = fastest
    measure('pytensor', lambda: pytensor_call(fastest))
    if jax is not None:
        space = twins_of(task['program'], {'np': np, 'jax': jax, 'jnp': jnp, 'lax': lax})
        measure('jax', lambda: jax_call(space))
    fewer = twins_of(task['fewerSteps'], {'np': np})
    measure('numpy', lambda: lambda: fewer['with_numpy'](*fewer['arguments']))

json.dump({'versions': versions, 'results': results}, sys.stdout)
