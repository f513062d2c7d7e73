"""argparse with given argument lists: positionals, options, choices, subcommands, errors, help."""
import argparse
import sys
import io
import contextlib

parser = argparse.ArgumentParser(prog="tool", description="A demo tool.", epilog="Bye.")
parser.add_argument("files", nargs="*", help="input files")
parser.add_argument("-v", "--verbose", action="count", default=0, help="more output")
parser.add_argument("-n", "--number", type=int, default=10, metavar="N", help="how many (default: %(default)s)")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--dry-run", action="store_true")
parser.add_argument("--tag", action="append")
parser.add_argument("--size", nargs=2, type=float)
parser.add_argument("--no-color", dest="color", action="store_false")
group = parser.add_mutually_exclusive_group()
group.add_argument("--a", action="store_const", const=1)
group.add_argument("--b", action="store_const", const=2)
for argv in ([], ["x.txt", "y.txt", "-vv", "-n5"], ["--mode=slow", "--tag", "q", "--tag", "r", "--dry-run"], ["--size", "1", "2.5", "--no-color", "--a"], ["--numb", "3", "--", "-z"]):
    print(parser.parse_args(argv))
for argv in (["-n", "x"], ["--mode", "warp"], ["--unknown"], ["--a", "--b"], ["--size", "1"]):
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            parser.parse_args(argv)
    except SystemExit as e:
        print(e.code, err.getvalue().splitlines()[-1])
print(parser.parse_known_args(["f", "--zzz", "1"]))
sub = argparse.ArgumentParser(prog="git")
cmds = sub.add_subparsers(dest="command", required=True)
add = cmds.add_parser("add", help="add things")
add.add_argument("path")
commit = cmds.add_parser("commit")
commit.add_argument("-m", "--message", required=True)
commit.set_defaults(func=lambda a: f"committed {a.message!r}")
args = sub.parse_args(["commit", "-m", "first"])
print(args.command, args.func(args), vars(sub.parse_args(["add", "."])))
small = argparse.ArgumentParser(prog="small", description="Adds numbers.")
small.add_argument("nums", type=int, nargs="+", help="numbers to add")
small.add_argument("--neg", action="store_true", help="negate the sum")
small.print_help()
print(small.format_usage(), end="")
ns = small.parse_args("1 2 3 --neg".split())
print(-sum(ns.nums) if ns.neg else sum(ns.nums), ns == argparse.Namespace(nums=[1, 2, 3], neg=True))
