from pathlib import Path, PurePath, PurePosixPath, PosixPath
p = Path('a') / 'b' / 'c.tar.gz'
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.parents[0], list(p.parents), len(p.parents))
for t in ['/a/b','//a','.','','..','a/../b','/','.bashrc','x.','a/b/','./a','///a//b','a.b.c']:
    q = Path(t)
    print(repr(q), str(q), q.name, q.stem, q.suffix, q.suffixes, q.parent, q.parts, q.root, q.anchor, q.is_absolute())
print(Path('a','b','/c','d'), Path(), Path('a') / '/x', '/r' / Path('q'), Path(Path('x'),'y'))
print(p.with_suffix('.zip'), p.with_name('q'), p.with_stem('w'), p.with_suffix(''))
for f in [lambda: Path('/').with_name('x'), lambda: p.with_suffix('zip'), lambda: p.with_name('a/b'), lambda: p.relative_to('x'), lambda: Path('a')/1, lambda: Path(1), lambda: Path('a').match(''), lambda: Path('a').as_uri()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(p.relative_to('a'), p.is_relative_to('a'), p.is_relative_to('x'), Path('/a/b').relative_to('/'))
print(Path('a/b.py').match('*.py'), Path('/a/b/c.py').match('b/*.py'), Path('/a.py').match('/*.py'), Path('a.py').match('/a.py'))
print(Path('a') == Path('a/'), Path('a') < Path('b'), sorted([Path('b'), Path('a/z'), Path('a')]), hash(Path('x')) == hash(Path('x')), {Path('x'): 1}[Path('x')], Path('a') == 'a')
print(type(p), isinstance(p, Path), isinstance(p, PurePath), PurePath('x'), repr(PurePath('x')), type(PurePosixPath('y')))
print(Path('a').exists(), Path('nope').exists(), Path('a/x.txt').is_file(), Path('a').is_dir())
print(Path('a/x.txt').read_text(), Path('a/x.txt').read_bytes())
print(sorted(Path('a').iterdir()), sorted(Path('a').glob('**/*.txt')), sorted(Path('a').rglob('*.txt')), sorted(Path('a').rglob('*')), sorted(Path('a').glob('*')))
try: Path('nope').read_text()
except FileNotFoundError as e: print(e)
with Path('a/x.txt').open() as f: print(f.read())
with open(Path('a/x.txt')) as f: print(f.name, f.read())
print(Path('a/../b').resolve() == Path.cwd() / 'b', Path('a').absolute() == Path.cwd()/'a', Path.cwd().name, Path(__file__).name, Path(__file__).parent == Path.cwd())
import os
print(os.fspath(p), os.path.join(p, 'x'), os.path.exists(Path('a')))
print(f'{p}', '%s' % p, p.as_posix(), p.joinpath('x','y'), Path('/a b').as_uri())
print(Path('a').stat().st_size >= 0, [x.name for x in sorted(Path('a').iterdir()) if x.is_dir()])
print(p.parents, p.parents[-1])
