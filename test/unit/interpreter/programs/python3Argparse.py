# What these programs show was written down from CPython.
# %% argparse: words, errors, help
import argparse, sys, io
from contextlib import redirect_stderr
p = argparse.ArgumentParser(prog='demo', description='Process some integers. ' * 6, epilog='the end')
_ = p.add_argument('integers', metavar='N', type=int, nargs='+', help='an integer for the accumulator')
_ = p.add_argument('--sum', dest='accumulate', action='store_const', const=sum, default=max, help='sum the integers (default: find the max)')
_ = p.add_argument('-v', '--verbose', action='count', default=0)
_ = p.add_argument('--name', choices=['a', 'b'], default='a', help='choose %(choices)s default %(default)s in %(prog)s')
_ = p.add_argument('--version', action='version', version='%(prog)s 1.0')
_ = p.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True, help='a flag')
_ = p.add_argument('-q', action='append', type=float)
g = p.add_mutually_exclusive_group()
_ = g.add_argument('--foo', action='store_true')
_ = g.add_argument('--bar', action='store_false')
print(p.parse_args('1 2 3 --sum -vvv --name b --no-flag -q 1 -q2.5 --foo'.split()))  # => Namespace(integers=[1, 2, 3], accumulate=<built-in function sum>, verbose=3, name='b', flag=False, q=[1.0, 2.5], foo=True, bar=True)
print(p.parse_args(['1']).accumulate([4, 5]))  # => 5
p.print_help()
# => usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# =>
# => Process some integers. Process some integers. Process some integers. Process
# => some integers. Process some integers. Process some integers.
# =>
# => positional arguments:
# =>   N                  an integer for the accumulator
# =>
# => options:
# =>   -h, --help         show this help message and exit
# =>   --sum              sum the integers (default: find the max)
# =>   -v, --verbose
# =>   --name {a,b}       choose a, b default a in demo
# =>   --version          show program's version number and exit
# =>   --flag, --no-flag  a flag
# =>   -q Q
# =>   --foo
# =>   --bar
# =>
# => the end
print(p.format_usage())
# => usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# =>
print(repr(p))  # => ArgumentParser(prog='demo', usage=None, description='Process some integers. Process some integers. Process some integers. Process some integers. Process some integers. Process some integers. ', formatter_class=<class 'argparse.HelpFormatter'>, conflict_handler='error', add_help=True)
def attempt(words):
    e = io.StringIO()
    try:
        with redirect_stderr(e):
            print(p.parse_args(words))
# => Namespace(integers=[1], accumulate=<built-in function max>, verbose=0, name='b', flag=True, q=None, foo=False, bar=True)
# => demo 1.0
# => usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# =>
# => Process some integers. Process some integers. Process some integers. Process
# => some integers. Process some integers. Process some integers.
# =>
# => positional arguments:
# =>   N                  an integer for the accumulator
# =>
# => options:
# =>   -h, --help         show this help message and exit
# =>   --sum              sum the integers (default: find the max)
# =>   -v, --verbose
# =>   --name {a,b}       choose a, b default a in demo
# =>   --version          show program's version number and exit
# =>   --flag, --no-flag  a flag
# =>   -q Q
# =>   --foo
# =>   --bar
# =>
# => the end
# => Namespace(integers=[-5], accumulate=<built-in function max>, verbose=0, name='a', flag=True, q=None, foo=False, bar=True)
    except SystemExit as ex:
        print('exit', ex.code, e.getvalue())
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: the following arguments are required: N
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: argument N: invalid int value: 'x'
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: argument --name: invalid choice: 'c' (choose from 'a', 'b')
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: argument --bar: not allowed with argument --foo
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: unrecognized arguments: --unknown
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: argument --name: expected one argument
# =>
# => exit 0
# => exit 0
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: ambiguous option: --f could match --flag, --foo
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: unrecognized arguments: -- -5
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: argument --foo: ignored explicit argument '3'
# =>
# => exit 2 usage: demo [-h] [--sum] [-v] [--name {a,b}] [--version] [--flag | --no-flag]
# =>             [-q Q] [--foo | --bar]
# =>             N [N ...]
# => demo: error: argument -v/--verbose: ignored explicit argument '3'
# =>
for w in [[], ['x'], ['1', '--name', 'c'], ['1', '--foo', '--bar'], ['1', '--nam', 'b'], ['1', '--unknown'], ['1', '--name'], ['--version'], ['-h'], ['1','--f'], ['1', '-vq3', '--', '-5'], ['-5'], ['1', '--foo=3'], ['1','-v3']]:
    attempt(w)
print(p.parse_known_args(['1', '--zzz', 'k', '--name', 'b']))  # => (Namespace(integers=[1], accumulate=<built-in function max>, verbose=0, name='b', flag=True, q=None, foo=False, bar=True), ['--zzz', 'k'])
# %% argparse: subcommands, actions, formatters
import argparse, sys, io
from contextlib import redirect_stderr
def attempt(words):
    e = io.StringIO()
    try:
        with redirect_stderr(e):
            print(p.parse_args(words))
# => Namespace(depth=3, command='clone', url='u', dest='.', func=<built-in function len>)
# => Namespace(depth=3, command='cl', url='u', dest='d', func=<built-in function len>)
# => Namespace(depth=3, command='push', force=True)
# => Namespace(depth=4, command='push', force=False)
# => Namespace(n=4, long_option_name_here=None, pair=[1, 2], hidden=None)
    except SystemExit as ex:
        print('exit', ex.code, e.getvalue())
# => exit 2 usage: git [-h] [--depth DEPTH] {clone,cl,push} ...
# => git: error: the following arguments are required: command
# =>
# => exit 2 usage: git [-h] [--depth DEPTH] {clone,cl,push} ...
# => git: error: argument command: invalid choice: 'nope' (choose from 'clone', 'cl', 'push')
# =>
# => exit 2 usage: git [-h] [--depth DEPTH] {clone,cl,push} ...
# => git: error: unrecognized arguments: x
# =>
# => exit 2 usage: PROG [-h] [--long-option-name-here VALUE] [--pair A B] n
# => PROG: error: argument n: '3' is odd
# =>
# => exit 2 usage: PROG [-h] [--long-option-name-here VALUE] [--pair A B] n
# => PROG: error: argument --pair: expected 2 arguments
# =>
p2 = argparse.ArgumentParser(prog='git', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
_ = p2.add_argument('--depth', type=int, default=3, help='how deep')
sub = p2.add_subparsers(dest='command', required=True, help='sub-command help')
a = sub.add_parser('clone', help='clone it', aliases=['cl'])
_ = a.add_argument('url'); _ = a.add_argument('dest', nargs='?', default='.')
a.set_defaults(func=len)
b = sub.add_parser('push', help='push it', description='pushes')
_ = b.add_argument('-f', '--force', action='store_true', help='force it')
p2.print_help(); a.print_help(); b.print_help()
# => usage: git [-h] [--depth DEPTH] {clone,cl,push} ...
# =>
# => positional arguments:
# =>   {clone,cl,push}  sub-command help
# =>     clone (cl)     clone it
# =>     push           push it
# =>
# => options:
# =>   -h, --help       show this help message and exit
# =>   --depth DEPTH    how deep (default: 3)
# => usage: git clone [-h] url [dest]
# =>
# => positional arguments:
# =>   url
# =>   dest
# =>
# => options:
# =>   -h, --help  show this help message and exit
# => usage: git push [-h] [-f]
# =>
# => pushes
# =>
# => options:
# =>   -h, --help   show this help message and exit
# =>   -f, --force  force it
p = p2
for w in [['clone', 'u'], ['cl', 'u', 'd'], ['push', '-f'], [], ['nope'], ['push', 'x'], ['--depth', '4', 'push']]:
    attempt(w)
class Up(argparse.Action):
    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        if nargs is not None: raise ValueError('nargs not allowed')
        super().__init__(option_strings, dest, **kwargs)
    def __call__(self, parser, namespace, values, option_string=None):
        print('%r %r %r' % (namespace, values, option_string))
# => Namespace(foo=None, bar=None) '1' None
# => Namespace(foo=None, bar='1') '2' '--foo'
        setattr(namespace, self.dest, values.upper())
p3 = argparse.ArgumentParser(prog='x', usage='%(prog)s [options]')
_ = p3.add_argument('--foo', action=Up); _ = p3.add_argument('bar', action=Up)
print(p3.parse_args('1 --foo 2'.split()))  # => Namespace(foo='2', bar='1')
p3.print_usage()  # => usage: x [options]
def even(s):
    v = int(s)
    if v % 2: raise argparse.ArgumentTypeError('%r is odd' % s)
    return v
p4 = argparse.ArgumentParser(prog='PROG', formatter_class=argparse.RawDescriptionHelpFormatter, description='a\n  b\n c', epilog='x\ny')
_ = p4.add_argument('n', type=even)
grp = p4.add_argument_group('things', 'about things')
_ = grp.add_argument('--long-option-name-here', metavar='VALUE', help='some quite long help text that has to be wrapped around since it is very long indeed')
_ = grp.add_argument('--pair', nargs=2, metavar=('A', 'B'), type=int)
_ = grp.add_argument('--hidden', help=argparse.SUPPRESS)
p4.print_help()
# => usage: PROG [-h] [--long-option-name-here VALUE] [--pair A B] n
# =>
# => a
# =>   b
# =>  c
# =>
# => positional arguments:
# =>   n
# =>
# => options:
# =>   -h, --help            show this help message and exit
# =>
# => things:
# =>   about things
# =>
# =>   --long-option-name-here VALUE
# =>                         some quite long help text that has to be wrapped
# =>                         around since it is very long indeed
# =>   --pair A B
# =>
# => x
# => y
p = p4
attempt(['3']); attempt(['4', '--pair', '1', '2']); attempt(['4', '--pair', '1'])
n = argparse.Namespace(a=1, b='x'); print(n, n == argparse.Namespace(a=1, b='x'), 'a' in n, vars(n))  # => Namespace(a=1, b='x') True True {'a': 1, 'b': 'x'}
