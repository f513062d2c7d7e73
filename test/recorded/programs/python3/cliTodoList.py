"""A to-do list from command lines with shlex and enums of priority."""
import shlex
from enum import IntEnum
class P(IntEnum):
    LOW = 1
    MED = 2
    HIGH = 3
todos, nid = {}, 1
for line in ['add "Buy milk" high', "add Sleep", "add 'Call Bob' urgent", "done 2", "done 7", "list", "rm 1", "add 'oops", "undo", "list"]:
    print("$", line)
    try:
        cmd, *args = shlex.split(line)
    except ValueError as e:
        print("  syntax:", e); continue
    if cmd == "add":
        text, pri, *_ = args + ["low"]
        try: todos[nid] = [text, P[pri.upper()], False]; nid += 1
        except KeyError: print(f"  no priority {pri!r}, use one of {', '.join(p.name.lower() for p in P)}")
    elif cmd in ("done", "rm"):
        k = int(args[0])
        if k not in todos: print("  no item", k)
        elif cmd == "rm": print("  removed", todos.pop(k)[0])
        else: todos[k][2] = True
    elif cmd == "list":
        for k, (text, pri, done) in sorted(todos.items(), key=lambda kv: -kv[1][1]):
            print(f"  [{'x' if done else ' '}] {k}. {text:<10} {pri.name} {pri} {pri!r}")
    else: print("  what?", cmd, args)
print(shlex.join(["a b", "c'd"]), shlex.quote("x y"), shlex.split("a\\ b \"c d\" # e", comments=True))
