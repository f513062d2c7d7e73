# %% a file of the machine
open('/etc/passwd').read()
# !> NotSupportedByScanLens: '/etc/passwd' lies outside of the workspace, and ScanLens reads no files there
# %% a file above
open('../secret.txt').read()
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% a file above, by a detour
open('inner/../../secret.txt').read()
# !> NotSupportedByScanLens: 'inner/../../secret.txt' lies outside of the workspace, and Sca…
# %% a link out
open('link.txt').read()
# !> NotSupportedByScanLens: 'link.txt' lies outside of the workspace, and ScanLens reads no files there
# %% a link out, further inside
open('inner/link.csv').read()
# !> NotSupportedByScanLens: 'inner/link.csv' lies outside of the workspace, and ScanLens reads no files there
# %% a folder that is a link
open('up/secret.txt').read()
# !> NotSupportedByScanLens: 'up/secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% a link that leads to itself
open('circle').read()
# !> NotSupportedByScanLens: 'circle' is no file that ScanLens can read
# %% a device
open('zeros').read()
# !> NotSupportedByScanLens: 'zeros' lies outside of the workspace, and ScanLens reads no files there
# %% a device by its name
open('/dev/zero').read()
# !> NotSupportedByScanLens: '/dev/zero' lies outside of the workspace, and ScanLens reads no files there
# %% the environment of the process
open('environment').read()
# !> NotSupportedByScanLens: 'environment' lies outside of the workspace, and ScanLens reads no files there
# %% the memory of the process
open('/proc/self/mem', 'rb').read()
# !> NotSupportedByScanLens: '/proc/self/mem' lies outside of the workspace, and ScanLens reads no files there
# %% a pipe
open('pipe').read()
# !> NotSupportedByScanLens: 'pipe' is no file that ScanLens can read
# %% a folder
open('inner').read()
# !> IsADirectoryError: [Errno 21] Is a directory: 'inner'
# %% a name with a zero byte
open('data.csv\0.txt').read()
# !> ValueError: embedded null byte
# %% a name with a zero byte that hides the rest
open('../secret.txt\0data.csv').read()
# !> ValueError: embedded null byte
# %% a name in the code of addresses
open('%2e%2e/secret.txt').read()
# !> FileNotFoundError: [Errno 2] No such file or directory: '%2e%2e/secret.txt'
# %% an address
open('file:///etc/passwd').read()
# !> FileNotFoundError: [Errno 2] No such file or directory: 'file:///etc/passwd'
# %% an address of the network
open('http://example.com/a').read()
# !> FileNotFoundError: [Errno 2] No such file or directory: 'http://example.com/a'
# %% a share
open('\\\\server\\share\\a').read()
# !> FileNotFoundError: [Errno 2] No such file or directory: '\\\\server\\share\\a'
# %% a name with backslashes
open('..\\secret.txt').read()
# !> FileNotFoundError: [Errno 2] No such file or directory: '..\\secret.txt'
# %% a very long name
open('a' * 100000).read()
# !> NotSupportedByScanLens: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
# %% a name of very many parts
open('./' * 5000 + 'data.csv').read()
# => '1,2\n3,4\n'
# %% very many steps up
open('../' * 5000 + 'etc/passwd').read()
# !> NotSupportedByScanLens: '../../../../../../../../../../../../../../../../../../../../..…
# %% an empty name
open('').read()
# !> FileNotFoundError: [Errno 2] No such file or directory: ''
# %% a file by its number
open(0).read()
# !> NotSupportedByScanLens: open() of a number
# %% a home folder
import os
open(os.path.expanduser('~/.ssh/id_rsa')).read()
# !> FileNotFoundError: [Errno 2] No such file or directory: '~/.ssh/id_rsa'
# %% bytes as a name
open(b'../secret.txt').read()
# !> NotSupportedByScanLens: paths as bytes
# %% an object as a name
class Name:
    def __fspath__(self): return '../secret.txt'
open(Name()).read()
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% a name that changes between two questions
class Name(str):
    count = 0
    def __str__(self): return '../secret.txt'
    def __fspath__(self): return '../secret.txt'
print(open(Name('data.csv')).read())
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% pathlib
from pathlib import Path
Path('..', 'secret.txt').read_text()
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% pathlib with a link
from pathlib import Path
Path('link.txt').resolve().read_text()
# !> NotSupportedByScanLens: '/…
# %% whether a file is there
import os
os.path.exists('../secret.txt')
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% how large a file is
import os
os.stat('/etc/passwd')
# !> NotSupportedByScanLens: '/etc/passwd' lies outside of the workspace, and ScanLens reads no files there
# %% where a link leads
import os
os.readlink('link.txt')
# !> NotSupportedByScanLens: os.readlink is not supported yet
# %% the names in a folder
import os
os.listdir('..')
# !> NotSupportedByScanLens: '..' lies outside of the workspace, and ScanLens reads no files there
# %% walking upwards
import os
print([len(found) for found in os.walk('up')])
# !> NotSupportedByScanLens: 'up' lies outside of the workspace, and ScanLens reads no files there
# %% glob
import glob
glob.glob('../*')
# !> NotSupportedByScanLens: '..' lies outside of the workspace, and ScanLens reads no files there
# %% glob through a link
import glob
print(glob.glob('up/*.txt'))
# !> NotSupportedByScanLens: 'up' lies outside of the workspace, and ScanLens reads no files there
# %% another folder
import os
os.chdir('/')
# !> NotSupportedByScanLens: os.chdir is not supported yet
# %% a module above
import sys
sys.path.insert(0, '..')
import secret
# !> ModuleNotFoundError: No module named 'secret'…
# %% a module by a link
import link
# !> ModuleNotFoundError: No module named 'link'…
# %% a module by a folder that is a link
import up.secret
# !> ModuleNotFoundError: No module named 'up'…
# %% a module with dots
__import__('..secret')
# !> ModuleNotFoundError: No module named '..secret'
# %% a module by a path
__import__('../secret')
# !> ModuleNotFoundError: No module named '../secret'
# %% importlib with a file
import importlib.util
importlib.util.spec_from_file_location('secret', '../secret.py')
# !> NotSupportedByScanLens: importlib.util is not supported yet
# %% a relative import beyond the top
from ... import secret
# !> ImportError: attempted relative import with no known parent package
# %% a module that imports itself
import itself
print(itself.x)
# => 1
# %% two that import each other
import first
print(first.second.first is first)
# => True
# %% a module that never ends
import endless
# !> BudgetExceeded: The program ran longer than…
# %% a module that is broken
import broken
# !> SyntaxError: this is not Python: x = (((((((((((((((((((((((((… (broken.py, line 1)
# %% a module that is no text
import bytes
# !> ImportError: can't read '/…
# %% an archive that grows
import numpy as np
np.load('bomb.npz')['a']
# !> BudgetExceeded: The program needs more than…
# %% an archive that says less than it holds
import numpy as np
np.load('lying.npz')['a']
# !> ValueError: there is more data than it says
# %% an archive that ends early
import numpy as np
np.load('short.npz')['a']
# !> ValueError: the data ends too early
# %% an archive that is none
import numpy as np
np.load('broken.npz')
# !> ValueError: File is not a zip file
# %% a compressed file that grows
import gzip
gzip.open('data.csv.gz').read()
# !> NotSupportedByScanLens: gzip.open is not supported yet
# %% compressed bytes that grow, layer by layer
import zlib
data = b'0' * 10**5
for _ in range(3):
    data = zlib.compress(data)
print(len(data) < 1000)
zlib.decompress(zlib.decompress(zlib.decompress(data)))[:3]
# => True
# => b'000'
# %% compressed bytes that are none
import zlib
zlib.decompress(b'x\x9c' + b'\xff' * 100)
# !> error: Error -3 while decompressing data: invalid block type
# %% an array of objects
import numpy as np
np.load('objects.npy')
# !> ValueError: Object arrays cannot be loaded when allow_pickle=False
# %% an array of objects that is allowed
import numpy as np
np.load('objects.npy', allow_pickle=True)
# !> NotSupportedByScanLens: pickled arrays
# %% a pickle that is called an array
import numpy as np
np.load('pickle.npy', allow_pickle=True)
# !> NotSupportedByScanLens: pickles is not supported yet
# %% a header with code
import numpy as np
np.load('code.npy')
# !> ValueError: Cannot parse header of this file
# %% a header of a large shape
import numpy as np
np.load('large.npy')
# !> ValueError: cannot reshape array of size 0 into shape (1000000000000,)
# %% a header of an endless shape
import numpy as np
np.load('endless.npy')
# !> ValueError: Cannot parse header of this file
# %% a header of a negative shape
import numpy as np
np.load('negative.npy')
# !> ValueError: Cannot parse header of this file
# %% a header of a wide type
import numpy as np
np.load('wide.npy')
# !> ValueError: cannot reshape array of size 0 into shape (1,)
# %% an array of a device
import numpy as np
np.fromfile('zeros', count=10)
# !> NotSupportedByScanLens: 'zeros' lies outside of the workspace, and ScanLens reads no files there
# %% a text of a device
import numpy as np
np.loadtxt('zeros')
# !> NotSupportedByScanLens: 'zeros' lies outside of the workspace, and ScanLens reads no files there
# %% converters that never end
import numpy as np
def f(text):
    while True: pass
np.loadtxt('data.csv', delimiter=',', converters={0: f})
# !> BudgetExceeded: The program ran longer than…
# %% a deep file
import json
json.load(open('deep.json'))
# !> RecursionError: maximum recursion depth exceeded
# %% reading behind the end
f = open('data.csv', 'rb')
f.seek(10**15)
print(f.read(10**12))
# => 1000000000000000
# => b''
# %% reading a negative number of bytes
f = open('data.csv')
print(len(f.read(-10**30)))
# => 8
# %% seeking before the beginning
f = open('data.csv', 'rb')
f.seek(-5)
# !> OSError: [Errno 22] Invalid argument
# %% a file that is closed
f = open('data.csv')
f.close()
f.read()
# !> ValueError: I/O operation on closed file.
# %% very many open files
files = [open('data.csv') for _ in range(200)]
print(len(files))
# => 200
# %% sqlite
import sqlite3
sqlite3.connect('x.db')
# !> NotSupportedByScanLens: sqlite3.connect is refused: there is no database
# %% a temporary file
import tempfile
tempfile.mkdtemp()
# !> NotSupportedByScanLens: tempfile.mkdtemp is refused: cells write no files
# %% a zip file
import zipfile
zipfile.ZipFile('bomb.npz').extractall('/')
# !> NotSupportedByScanLens: zipfile.ZipFile is refused: there are no archives
# %% an XML file outside
import xml.etree.ElementTree as ET
ET.parse('../secret.txt')
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% an external entity
import xml.etree.ElementTree as ET
ET.fromstring('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
# !> NotSupportedByScanLens: XML that defines its own entities
# %% a configuration outside
import configparser
print(configparser.ConfigParser().read('../secret.txt'))
# !> NotSupportedByScanLens: '../secret.txt' lies outside of the workspace, and ScanLens reads no files there
# %% a log file
import logging
logging.FileHandler('x.log')
# !> NotSupportedByScanLens: logging to a file: cells write no files
# %% the file of a module
import json
open(json.__file__).read()
# !> AttributeError: module 'json' has no attribute '__file__'
