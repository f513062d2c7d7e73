import configparser, io
INI = """
; comment
[DEFAULT]
base = /srv
debug = no
Timeout: 30

[web]
Host = localhost
port=8080
root = %(base)s/www   
# another
multi = line one
    line two

    line four
empty =
path = %(root)s/x%%y
url: http://a:80/b=c

[db]
user = admin
debug = yes
ratio = 2.5
"""
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e, '|', e.args)
c = configparser.ConfigParser()
c.read_string(INI)
print(c.sections(), c.options('web'), dict(c['web']), dict(c['db']))
print(c.items('db'), list(c), len(c), c['web'], repr(c['DEFAULT']), dict(c.defaults()))
for f in (lambda: c.get('web', 'host'), lambda: c.getint('web', 'port'), lambda: c.getfloat('db', 'ratio'), lambda: c.getboolean('db', 'debug'), lambda: c.get('web', 'path'), lambda: c.get('web', 'path', raw=True),
          lambda: c.get('nope', 'x'), lambda: c.get('web', 'nope'), lambda: c.get('web', 'nope', fallback='fb'), lambda: c.getint('web', 'nope', fallback=7), lambda: c.getint('web', 'host'), lambda: c.getboolean('web', 'host'),
          lambda: c['zip'], lambda: c['web']['zip'], lambda: c['web'].get('zip'), lambda: c['web'].get('zip', 'd'), lambda: c['web'].getint('port'), lambda: c['web'].getint('zz', 5), lambda: c['web'].getboolean('debug'),
          lambda: 'web' in c, lambda: 'port' in c['web'], lambda: c.has_option('web', 'PORT'), lambda: c.has_section('DEFAULT'), lambda: c.set('web', 'x', 5), lambda: c.set('zz', 'x', 'y'), lambda: c.add_section('web'), lambda: c.add_section('DEFAULT'),
          lambda: c.set('web', 'pct', '50%'), lambda: c.get('web', 'port', vars={'port': '1'}), lambda: c['web']['multi'], lambda: c['web']['empty'], lambda: c['web']['url'], lambda: c.remove_option('web', 'empty'), lambda: c.remove_section('nah'),
          lambda: [s for s in c], lambda: list(c['db'].items()), lambda: list(c.items())[0][0], lambda: c['db'].name, lambda: c.items('zz'), lambda: len(c['db']), lambda: sorted(c['db'].keys())):
    t(f)
c['new'] = {'A': '1', 'b': 2}
c['web']['Port'] = '9090'
del c['db']
b = io.StringIO(); c.write(b); print(b.getvalue())
b = io.StringIO(); c.write(b, space_around_delimiters=False); print(b.getvalue())
for bad in ("x = 1\n", "[a]\nx = 1\nx = 2\n", "[a]\n[a]\n", "[a]\nnovalue\nalso bad\n", "[a]\nx = %(y)s\n", "[a]\nx = %z\n", "[a]\nx = %(x)s\n", "[a]\n = 3\n"):
    p = configparser.ConfigParser()
    t(lambda: (p.read_string(bad), dict(p['a'])))
p = configparser.ConfigParser(allow_no_value=True, inline_comment_prefixes='#', interpolation=None); p.optionxform = str
p.read_string("[S]\nKey\nOther = 50% # note\nURL=x#y\n"); print(dict(p['S']))
b = io.StringIO(); p.write(b); print(b.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string("[common]\nhome = /h\n[a]\ndir = ${common:home}/d\nsub = ${dir}/s$$\n"); print(e['a']['sub'], e.get('a', 'dir'))
t(lambda: e.get('a', 'zz')); e.read_dict({'q': {'bad': '${no:thing}', 'k': '${k2}'}}); t(lambda: e['q']['bad']); t(lambda: e['q']['k'])
d = configparser.ConfigParser({'x': '1'}, delimiters=('|',), comment_prefixes=('//',)); d.read_string("[s]\n// c\na | b = c\n"); print(dict(d['s']), d.defaults())
print(d.read('/nonexistent_root_dir/file.ini'), issubclass(configparser.NoOptionError, configparser.Error))
r = configparser.RawConfigParser(); r.add_section('z'); r.set('z', 'n', 5); print(r.get('z', 'n'), r.getint('z', 'n'))
