import os, os.path as osp
ps = ['/a/b/c.txt','a//b/../c','.bashrc','..','a.tar.gz','/','//','///x','', 'a/','./x','a/./b','...','a/.b.c','//a/b','x.','/..','../../a','a/../..']
for p in ps:
    print(repr(p), osp.split(p), osp.splitext(p), osp.basename(p), osp.dirname(p), osp.normpath(p), osp.isabs(p), osp.splitdrive(p))
print(osp.join('a','b','/c','d'), osp.join('a/','b'), osp.join('','b'), osp.join('a',''), osp.join('/'))
print(osp.relpath('/a/b/c','/a/d'), osp.relpath('a/b','a'), osp.relpath('x'), osp.commonpath(['/a/b/c','/a/b/d','/a/b']), osp.commonprefix(['abc','abd']))
try: osp.commonpath([])
except ValueError as e: print(e)
try: osp.commonpath(['/a','b'])
except ValueError as e: print(e)
try: osp.join('a', None)
except TypeError as e: print(e)
try: osp.join(1, 'a')
except TypeError as e: print(e)
try: osp.exists([1])
except TypeError as e: print(e)
print(osp.exists('a'), osp.isfile('a/x.txt'), osp.isdir('a/x.txt'), osp.exists('zz'), osp.getsize('a/x.txt'))
print(sorted(os.listdir('a')), 'a' in os.listdir())
for root, dirs, files in os.walk('a'):
    dirs.sort(); files.sort()
    print(root, dirs, files)
print([r for r, d, f in os.walk('a', topdown=False)][-1])
try: os.listdir('nope')
except FileNotFoundError as e: print(e)
try: os.listdir('a/x.txt')
except NotADirectoryError as e: print(e)
try: osp.getsize('nope')
except OSError as e: print(e)
print(os.getcwd() == osp.abspath('.'), osp.abspath('x') == os.getcwd() + '/x', osp.realpath('a/../a') == os.getcwd()+'/a')
print(os.sep, repr(os.linesep), os.pathsep, os.name, os.curdir, os.extsep, osp.sep)
os.environ['FOO'] = 'bar'
print(os.environ['FOO'], os.getenv('FOO'), os.getenv('NOPE'), os.getenv('NOPE', 'd'), osp.expandvars('$FOO/${FOO}/$NOPE'))
try: os.environ['NOTTHERE']
except KeyError as e: print(e)
print('FOO' in os.environ, os.environ.get('zip', 3))
print(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'a') == os.path.abspath('a'))
import glob
print(sorted(glob.glob('a/*')), sorted(glob.glob('a/**', recursive=True)), sorted(glob.glob('**/*.txt', recursive=True)), sorted(glob.glob('a/*/*.txt')), glob.glob('nope*'), glob.glob('paths.py'), glob.glob('a/[xz].tx?'), sorted(glob.glob('a/*/')))
import fnmatch
print(fnmatch.fnmatch('abc.txt','*.txt'), fnmatch.filter(['a','b','ab'],'a*'), fnmatch.fnmatch('a]','[]a]]'), fnmatch.fnmatch('x','[!a-c]'), fnmatch.fnmatch('[','['))
print(os.stat('a/x.txt').st_size)
