What ScanLens can not run says so at the exact place (Python 3).

# %% async functions
async def f(): pass  # !> NotSupportedByScanLens: async functions

# %% files
open('x.txt')  # !> NotSupportedByScanLens: this document has no folder, so there are no files to read

# %% code from text
print(1)  # => 1
eval('1 + 1')  # !> NotSupportedByScanLens: eval() is not supported yet

# %% a refusal is not swallowed
try:
    import pickle
    pickle.dumps({})  # !> NotSupportedByScanLens: pickle.dumps is refused: a pickle may run any code
except Exception:
    print('swallowed')
except:
    print('swallowed too')

# %% but code that names it sees it, and finally runs
try:
    try:
        open('x')
    finally:
        print('finally')  # => finally
except NotSupportedByScanLens as refusal:
    print('seen:', refusal, isinstance(refusal, Exception))  # => seen: this document has no folder, so there are no files to read False

# %% hasattr and getattr do not hide it
import pickle
hasattr(pickle, 'loads')  # !> NotSupportedByScanLens: pickle.loads is refused: a pickle may run any code

# %% a name that is refused can be imported
from multiprocessing import Pool, cpu_count as count
from scipy.optimize import minimize
import scipy.signal, scipy.sparse.linalg as sparse
print('imported', Pool is None)  # => imported False
minimize(abs, 1)  # !> NotSupportedByScanLens: scipy.optimize.minimize is not supported yet

# %% a submodule of which there is nothing
import scipy.sparse.linalg as sparse
sparse.eigs  # !> NotSupportedByScanLens: scipy.sparse.linalg.eigs is not supported yet

# %% every use of it refuses: Pool(3)
from multiprocessing import Pool
Pool(3)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: Pool.x
from multiprocessing import Pool
Pool.x  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: print(Pool)
from multiprocessing import Pool
print(Pool)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: Pool == 1
from multiprocessing import Pool
Pool == 1  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: 1 + Pool
from multiprocessing import Pool
1 + Pool  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: -Pool
from multiprocessing import Pool
-Pool  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: isinstance(3, Pool)
from multiprocessing import Pool
isinstance(3, Pool)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: issubclass(int, Pool)
from multiprocessing import Pool
issubclass(int, Pool)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: class A(Pool): pass
from multiprocessing import Pool
class A(Pool): pass  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: len(Pool)
from multiprocessing import Pool
len(Pool)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: 1 in Pool
from multiprocessing import Pool
1 in Pool  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: Pool[0]
from multiprocessing import Pool
Pool[0]  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: for each in Pool: pass
from multiprocessing import Pool
for each in Pool: pass  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: next(Pool)
from multiprocessing import Pool
next(Pool)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: with Pool: pass
from multiprocessing import Pool
with Pool: pass  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: raise Pool
from multiprocessing import Pool
raise Pool  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: hash(Pool)
from multiprocessing import Pool
hash(Pool)  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% every use of it refuses: if Pool: pass
from multiprocessing import Pool
if Pool: pass  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process

# %% where an exception is caught, too
from multiprocessing import Pool
try:
    1 / 0
except Pool:  # !> NotSupportedByScanLens: multiprocessing.Pool is refused: cells run in one process
    pass
