/** Imports of modules of the workspace. What the programs print was written down from CPython 3.11 and 2.7. */
import { describe, expect, it } from 'vitest';
import { runProgram } from '../runFixture.ts';
import { memoryWorkspace } from './memoryWorkspace.ts';

type Files = Readonly<Record<string, string>>;

/** What a program beside these files prints. */
async function printed(files: Files, program: string, python: 2 | 3 = 3): Promise<string> {
  const workspace = await memoryWorkspace(files);
  const { stdout, traceback } = await runProgram(program, { python, workspace: () => workspace });
  return traceback === null ? stdout : `${stdout}${traceback}\n`;
}

/** A program that says how an import fails. */
const failing = (statement: string): string =>
  `try:\n    ${statement}\nexcept ImportError as error:\n    print(type(error).__name__, error, error.name)\n`;

const files: Files = {
  'app/helper.py':
    '"""What it is."""\nprint("runs as", __name__)\nCONST = 42\n_own = 1\n\ndef half(x):\n    return 1 / x\n\nclass A:\n    pass\n\nif __name__ == "__main__":\n    print("never")\n',
  'app/pkg/__init__.py': 'from .a import thing\nfrom . import b\n__all__ = ["thing", "c"]\n',
  'app/pkg/a.py': 'from .b import other\nthing = ("thing", other, __package__, __name__)\n',
  'app/pkg/b.py': 'other = "other"\n',
  'app/pkg/c.py': '',
  'app/pkg/sub/__init__.py': 'from ..b import other\nvalue = other * 2\ndef far():\n    from .... import x\n',
  'app/space/inner/mod.py': 'v = 3\n',
  'app/first.py': 'import second\ndef f():\n    return "f"\n',
  'app/second.py':
    'import first\ntry:\n    first.f()\nexcept AttributeError as error:\n    print(error)\ntry:\n    from first import f\nexcept ImportError as error:\n    print(error)\n',
  'app/broken.py': 'x = = 1\n',
  'app/boom.py': 'x = 1\n1 / 0\n',
  'app/listed.py': '__all__ = ["one", "_two", "three"]\none = 1\n_two = 2\n',
  'app/dynamic.py': 'def __getattr__(name):\n    return name.upper()\n',
  'app/json.py': 'mine = True\n',
  'app/math.py': 'mine = True\n',
  'app/numpy.py': 'mine = True\n',
  'app/counted.py': 'try:\n    count += 1\nexcept NameError:\n    count = 1\n',
  'above.py': 'from app.helper import CONST\n',
  'src/deep.py': 'where = "src"\n',
};

describe('imports', () => {
  it.each<[name: string, program: string, expected: string]>([
    ['a module runs once', 'import helper\nimport helper\nprint(helper.CONST)\n', 'runs as helper\n42\n'],
    [
      'what a module is',
      'import helper\nprint(helper, helper.__file__, helper.__doc__, helper.A)\n',
      "runs as helper\n<module 'helper' from '/work/project/app/helper.py'> /work/project/app/helper.py What it is. <class 'helper.A'>\n",
    ],
    [
      'names of a module',
      'from helper import CONST as c, half\nprint(c, half(2))\n',
      'runs as helper\n42 0.5\n',
    ],
    [
      'all names of a module',
      'from helper import *\nprint(CONST, "_own" in globals())\n',
      'runs as helper\n42 False\n',
    ],
    [
      'a package',
      'import pkg\nprint(pkg.thing, pkg.b.other)\n',
      "('thing', 'other', 'pkg', 'pkg.a') other\n",
    ],
    ['all names of a package', 'from pkg import *\nprint(c.__name__, thing[0])\n', 'pkg.c thing\n'],
    ['a submodule', 'import pkg.sub\nprint(pkg.sub.value)\n', 'otherother\n'],
    [
      'a submodule by another name',
      'import pkg.sub as s, sys\nprint(s is sys.modules["pkg.sub"])\n',
      'True\n',
    ],
    ['a submodule of a package', 'from pkg import sub\nprint(sub.__package__)\n', 'pkg.sub\n'],
    ['a folder as a package', 'import space.inner.mod as m\nprint(m.v)\n', '3\n'],
    [
      'a circle',
      'import first\nprint(first.f())\n',
      "partially initialized module 'first' has no attribute 'f' (most likely due to a circular import)\n" +
        "cannot import name 'f' from partially initialized module 'first' (most likely due to a circular import) (/work/project/app/first.py)\nf\n",
    ],
    ['__getattr__ of a module', 'import dynamic\nprint(dynamic.abc)\n', 'ABC\n'],
    [
      'a folder above and src',
      'import above, deep\nprint(above.CONST, deep.where)\n',
      'runs as app.helper\n42 src\n',
    ],
    ['sys.path', 'import sys\nsys.path.append("pkg")\nimport b\nprint(b.other)\n', 'other\n'],
    ['import_module', 'import importlib\nprint(importlib.import_module(".b", "pkg").other)\n', 'other\n'],
    ['__import__', 'print(__import__("pkg.sub").thing[0])\n', 'thing\n'],
    ['reload', 'import importlib, counted\nimportlib.reload(counted)\nprint(counted.count)\n', '2\n'],
    [
      'again after it left sys.modules',
      'import sys, counted\ndel sys.modules["counted"]\nimport counted\nprint(counted.count)\n',
      '1\n',
    ],
    [
      'inside of a class and a function',
      'class K:\n    from pkg.b import other\ndef f():\n    import pkg.c as c\n    return c.__name__\nprint(K.other, f())\n',
      'other pkg.c\n',
    ],
    [
      'the names of the document',
      'import __main__\nx = 5\nprint(__main__.x, __file__)\n',
      '5 /work/project/app/program.py\n',
    ],
    ['a module of Python is hidden by a file', 'import json\nprint(json.mine)\n', 'True\n'],
    ['what is built in is not', 'import math\nprint(math.sqrt(4))\n', '2.0\n'],
    ['what ScanLens stands in for is not', 'import numpy\nprint(numpy.arange(2))\n', '[0 1]\n'],
  ])('%s', async (_, program, expected) => {
    expect(await printed(files, program)).toBe(expected);
  });

  it.each([
    ['import nothere', "ModuleNotFoundError No module named 'nothere' nothere"],
    ['import pkg.nothere', "ModuleNotFoundError No module named 'pkg.nothere' pkg.nothere"],
    ['import pkg.b.x', "ModuleNotFoundError No module named 'pkg.b.x'; 'pkg.b' is not a package pkg.b.x"],
    [
      'from pkg import nothere',
      "ImportError cannot import name 'nothere' from 'pkg' (/work/project/app/pkg/__init__.py) pkg",
    ],
    ['from . import x', 'ImportError attempted relative import with no known parent package None'],
    ['import pkg.sub; pkg.sub.far()', 'ImportError attempted relative import beyond top-level package None'],
  ])('%s fails', async (statement, expected) => {
    expect(await printed(files, failing(statement))).toBe(`${expected}\n`);
  });

  it('says what there is when nothing catches it', async () => {
    expect(await printed(files, 'import pandas\n')).toMatch(
      /No module named 'pandas' \(ScanLens runs without Python and offers: .*numpy.*, and modules of the workspace\)\n$/,
    );
  });

  it('a name that __all__ lists and nobody has is an error', async () => {
    expect(await printed(files, 'from listed import *\n')).toMatch(
      /\nAttributeError: module 'listed' has no attribute 'three'\n$/,
    );
  });

  it('a module that is not Python is a SyntaxError, one that raises is imported anew', async () => {
    const program = `
import sys
for attempt in 1, 2:
    try:
        import boom
    except ZeroDivisionError:
        print('boom' in sys.modules)
try:
    import broken
except SyntaxError as error:
    print('(broken.py, line 1)' in str(error))
`;
    expect(await printed(files, program)).toBe('False\nFalse\nTrue\n');
  });

  it('the traceback names the files', async () => {
    expect(await printed(files, 'import helper\nhelper.half(0)\n')).toBe(`runs as helper
Traceback (most recent call last):
  File "program.py", line 2, in <module>
    helper.half(0)
  File "/work/project/app/helper.py", line 7, in half
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
`);
  });

  it('what a module prints is shown where it was imported', async () => {
    const workspace = await memoryWorkspace(files);
    const { markers } = await runProgram('x = 1\nimport helper\n', { python: 3, workspace: () => workspace });
    expect(markers).toEqual([{ line: 2, kind: '=>', text: 'runs as helper' }]);
  });

  it('Python 2 looks in the package first and needs __init__.py', async () => {
    const python2: Files = {
      ...files,
      'app/pkg/__init__.py': 'import b\nfrom b import other\n',
      'app/b.py': 'other = "not this one"\n',
    };
    const program = `
import pkg
print pkg.other
for name in 'space', 'nothere', 'pkg.nothere':
    try:
        __import__(name)
    except ImportError as error:
        print error
`;
    expect(await printed(python2, program, 2)).toBe(
      'other\nNo module named space\nNo module named nothere\nNo module named nothere\n',
    );
  });

  it('without a workspace there are only the modules of ScanLens', async () => {
    const { stdout } = await runProgram(failing('import helper'), { python: 3 });
    expect(stdout).toBe("ModuleNotFoundError No module named 'helper' helper\n");
  });
});
