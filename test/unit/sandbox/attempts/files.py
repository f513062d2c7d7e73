# %% a file of the machine
open('/etc/passwd').read()
# %% a file above
open('../secret.txt').read()
# %% a file above, by a detour
open('inner/../../secret.txt').read()
# %% a link out
open('link.txt').read()
# %% a link out, further inside
open('inner/link.csv').read()
# %% a folder that is a link
open('up/secret.txt').read()
# %% a link that leads to itself
open('circle').read()
# %% a device
open('zeros').read()
# %% a device by its name
open('/dev/zero').read()
# %% the environment of the process
open('environment').read()
# %% the memory of the process
open('/proc/self/mem', 'rb').read()
# %% a pipe
open('pipe').read()
# %% a folder
open('inner').read()
# %% a name with a zero byte
open('data.csv\0.txt').read()
# %% a name with a zero byte that hides the rest
open('../secret.txt\0data.csv').read()
# %% a name in the code of addresses
open('%2e%2e/secret.txt').read()
# %% an address
open('file:///etc/passwd').read()
# %% an address of the network
open('http://example.com/a').read()
# %% a share
open('\\\\server\\share\\a').read()
# %% a name with backslashes
open('..\\secret.txt').read()
# %% a very long name
open('a' * 100000).read()
# %% a name of very many parts
open('./' * 5000 + 'data.csv').read()
# %% very many steps up
open('../' * 5000 + 'etc/passwd').read()
# %% an empty name
open('').read()
# %% a file by its number
open(0).read()
# %% a home folder
import os
os.path.expanduser('~')
# %% bytes as a name
open(b'../secret.txt').read()
# %% an object as a name
class Name:
    def __fspath__(self): return '../secret.txt'
open(Name()).read()
# %% a name that changes between two questions
class Name(str):
    count = 0
    def __str__(self): return '../secret.txt'
    def __fspath__(self): return '../secret.txt'
print(open(Name('data.csv')).read())
# %% pathlib
from pathlib import Path
Path('..', 'secret.txt').read_text()
# %% pathlib with a link
from pathlib import Path
Path('link.txt').resolve().read_text()
# %% whether a file is there
import os
os.path.exists('../secret.txt')
# %% how large a file is
import os
os.stat('/etc/passwd')
# %% where a link leads
import os
os.readlink('link.txt')
# %% the names in a folder
import os
os.listdir('..')
# %% walking upwards
import os
print([len(found) for found in os.walk('up')])
# %% glob
import glob
glob.glob('../*')
# %% glob through a link
import glob
print(glob.glob('up/*.txt'))
# %% another folder
import os
os.chdir('/')
# %% a module above
import sys
sys.path.insert(0, '..')
import secret
# %% a module by a link
import link
# %% a module by a folder that is a link
import up.secret
# %% a module with dots
__import__('..secret')
# %% a module by a path
__import__('../secret')
# %% importlib with a file
import importlib.util
importlib.util.spec_from_file_location('secret', '../secret.py')
# %% a relative import beyond the top
from ... import secret
# %% a module that imports itself
import itself
print(itself.x)
# %% two that import each other
import first
print(first.second.first is first)
# %% a module that never ends
import endless
# %% a module that is broken
import broken
# %% a module that is no text
import bytes
# %% an archive that grows
import numpy as np
np.load('bomb.npz')['a']
# %% an archive that says less than it holds
import numpy as np
np.load('lying.npz')['a']
# %% an archive that ends early
import numpy as np
np.load('short.npz')['a']
# %% an archive that is none
import numpy as np
np.load('broken.npz')
# %% a compressed file that grows
import gzip
gzip.open('bomb.gz').read()
# %% compressed bytes that grow
import gzip
gzip.decompress(open('bomb.gz', 'rb').read())
# %% compressed bytes that grow, layer by layer
import zlib
data = b'0' * 10**6
for _ in range(3):
    data = zlib.compress(data)
print(len(data) < 1000)
zlib.decompress(zlib.decompress(zlib.decompress(data)))[:3]
# %% compressed bytes that are none
import zlib
zlib.decompress(b'x\x9c' + b'\xff' * 100)
# %% an array of objects
import numpy as np
np.load('objects.npy')
# %% an array of objects that is allowed
import numpy as np
np.load('objects.npy', allow_pickle=True)
# %% a pickle that is called an array
import numpy as np
np.load('pickle.npy', allow_pickle=True)
# %% a header with code
import numpy as np
np.load('code.npy')
# %% a header of a large shape
import numpy as np
np.load('large.npy')
# %% a header of an endless shape
import numpy as np
np.load('endless.npy')
# %% a header of a negative shape
import numpy as np
np.load('negative.npy')
# %% a header of a wide type
import numpy as np
np.load('wide.npy')
# %% an array of a device
import numpy as np
np.fromfile('zeros', count=10)
# %% a text of a device
import numpy as np
np.loadtxt('zeros')
# %% converters that never end
import numpy as np
def f(text):
    while True: pass
np.loadtxt('data.csv', delimiter=',', converters={0: f})
# %% a deep file
import json
json.load(open('deep.json'))
# %% reading behind the end
f = open('data.csv', 'rb')
f.seek(10**15)
print(f.read(10**12))
# %% reading a negative number of bytes
f = open('data.csv')
print(len(f.read(-10**30)))
# %% seeking before the beginning
f = open('data.csv', 'rb')
f.seek(-5)
# %% a file that is closed
f = open('data.csv')
f.close()
f.read()
# %% very many open files
files = [open('data.csv') for _ in range(200)]
print(len(files))
# %% sqlite
import sqlite3
sqlite3.connect('x.db')
# %% a temporary file
import tempfile
tempfile.mkdtemp()
# %% a zip file
import zipfile
zipfile.ZipFile('bomb.npz').extractall('/')
# %% an XML file outside
import xml.etree.ElementTree as ET
ET.parse('../secret.txt')
# %% an external entity
import xml.etree.ElementTree as ET
ET.fromstring('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
# %% a configuration outside
import configparser
print(configparser.ConfigParser().read('../secret.txt'))
# %% a log file
import logging
logging.FileHandler('x.log')
# %% the file of a module
import json
open(json.__file__).read()
