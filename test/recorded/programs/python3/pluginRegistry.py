"""Plugins registered by __init_subclass__ and by decorators; dispatch by name."""
class Plugin:
    registry: dict = {}
    def __init_subclass__(cls, *, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.name = name or cls.__name__.lower()
        if cls.name in Plugin.registry: raise ValueError(f"duplicate plugin {cls.name!r}")
        Plugin.registry[cls.name] = cls
    def run(self, text): raise NotImplementedError(f"{type(self).__name__}.run")
class Upper(Plugin):
    def run(self, text): return text.upper()
class Rev(Plugin, name="reverse"):
    def run(self, text): return text[::-1]
class Empty(Plugin): pass
def pipeline(text, *names):
    for n in names:
        try: text = Plugin.registry[n]().run(text)
        except KeyError as e: print("unknown plugin", e); continue
        except NotImplementedError as e: print("not implemented:", e)
    return text
print(pipeline("abc", "upper", "nope", "reverse", "empty"), list(Plugin.registry), Rev.name)
try:
    class Upper2(Plugin, name="upper"): pass
except ValueError as e: print(e)
COMMANDS = {}
def command(*aliases, help=""):
    def deco(f):
        for a in (f.__name__, *aliases): COMMANDS[a] = f
        f.help = help or (f.__doc__ or "").strip()
        return f
    return deco
@command("h", "?")
def help_(): "Shows help."; return sorted(COMMANDS)
@command(help="adds")
def add(*xs): return sum(map(int, xs))
for line in ("add 1 2", "? ", "h x", "sub 1", "add a"):
    cmd, *args = line.split()
    try: print(line, "->", COMMANDS[cmd](*args))
    except Exception as e: print(line, "->", type(e).__name__, e)
print({f.__name__: f.help for f in COMMANDS.values()})
