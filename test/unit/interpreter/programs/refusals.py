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
