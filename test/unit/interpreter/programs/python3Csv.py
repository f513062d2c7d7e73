# What these programs show was written down from CPython.
# %% reading
import csv, io
text = 'name,age,"a ""quoted"" one"\nBob,12,x\n"multi\nline",3,\n\n"a,b", c ,"d"e\n'
for row in csv.reader(io.StringIO(text)): print(row)
# => ['name', 'age', 'a "quoted" one']
# => ['Bob', '12', 'x']
# => ['multi\nline', '3', '']
# => []
# => ['a,b', ' c ', 'de']
print(list(csv.reader(['a;b', "1;'x;y'"], delimiter=';', quotechar="'")), list(csv.reader(['a\tb'], 'excel-tab')), list(csv.reader(['1,"x",2.5'], quoting=csv.QUOTE_NONNUMERIC)))  # => [['a', 'b'], ['1', 'x;y']] [['a', 'b']] [[1.0, 'x', 2.5]]
print(list(csv.reader(['a\\,b,c', 'd, e'], escapechar='\\', skipinitialspace=True)), list(csv.reader(['"a"","b'])), list(csv.reader(['', 'a'])))  # => [['a,b', 'c'], ['d', 'e']] [['a",b']] [[], ['a']]
r = csv.reader(io.StringIO(text)); _ = next(r); print(r.line_num, next(r), r.dialect.delimiter, list(csv.reader(['a,"b'])), list(csv.reader([])))  # => 1 ['Bob', '12', 'x'] , [['a', 'b']] []
for f in [lambda: list(csv.reader([1])), lambda: list(csv.reader(['a\rb'])), lambda: csv.reader([], delimiter='ab'), lambda: csv.reader([], 'nope'), lambda: csv.reader([], foo=1), lambda: list(csv.reader(['"a"b'], strict=True))]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# => Error iterator should return strings, not int (the file should be opened in text mode)
# => Error new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# => TypeError "delimiter" must be a 1-character string
# => Error unknown dialect
# => TypeError 'foo' is an invalid keyword argument for this function
# => Error ',' expected after '"'
# %% writing
import csv, io
def show(rows, **kw):
    f = io.StringIO(); w = csv.writer(f, **kw)
    for row in rows: w.writerow(row)
    print(repr(f.getvalue()))
# => 'a,1,2.5,,\r\n"x,y","q""q","l\nm",True\r\n""\r\n\r\né,-1e+20\r\n'
# => '"a","1","2.5","",""\r\n"x,y","q""q","l\nm","True"\r\n""\r\n\r\n"é","-1e+20"\r\n'
# => '"a",1,2.5,"",""\n"x,y","q""q","l\nm",True\n""\n\n"é",-1e+20\n'
# => 'a\t1\t2.5\t\t;'
# => 'a\\"b,"c,d"\r\n'
# => 'a\\,b\r\n'
# => '"a","b","c"\n"0","1","2"\n"p","q"\n'
rows = [['a', 1, 2.5, None, ''], ['x,y', 'q"q', 'l\nm', True], [''], [], ['é', -1e20]]
show(rows); show(rows, quoting=csv.QUOTE_ALL); show(rows, quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n'); show(rows[:1], delimiter='\t', lineterminator=';')
show([['a"b', 'c,d']], doublequote=False, escapechar='\\'); show([['a,b']], quoting=csv.QUOTE_NONE, escapechar='\\')
show(['abc', range(3), (x for x in 'pq')], dialect='unix')
f = io.StringIO(); print(csv.writer(f).writerow([1, 2]), csv.writer(f).writerows([[1], [2]]))  # => 5 None
for g in [lambda: csv.writer(f).writerow(5), lambda: csv.writer(f, quoting=csv.QUOTE_NONE).writerow(['a,b']), lambda: csv.writer(3)]:
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
# => Error iterable expected, not int
# => Error need to escape, but no escapechar set
# => TypeError argument 1 must have a "write" method
# %% dicts
import csv, io
d = csv.DictReader(io.StringIO('name,age\nBob,12\n\nAnn,3,extra,more\nLow\n'))
print(d.fieldnames); print(list(d), d.line_num)
# => ['name', 'age']
# => [{'name': 'Bob', 'age': '12'}, {'name': 'Ann', 'age': '3', None: ['extra', 'more']}, {'name': 'Low', 'age': None}] 5
print([dict(r) for r in csv.DictReader(['1 2'], fieldnames=['a', 'b'], delimiter=' ')], [r['x'] for r in csv.DictReader(['x', '1', '2'])])  # => [{'a': '1', 'b': '2'}] ['1', '2']
f = io.StringIO(); w = csv.DictWriter(f, fieldnames=['a', 'b'], restval='-', lineterminator='\n'); _ = w.writeheader(); print(w.writerow({'a': 1, 'b': 2})); w.writerows([{'a': 3}, {'b': 4}])  # => 4
print(f.getvalue())
# => a,b
# => 1,2
# => 3,-
# => -,4
# =>
try: w.writerow({'c': 1})
except ValueError as e: print(e)  # => dict contains fields not in fieldnames: 'c'
_ = csv.DictWriter(f, ['a'], extrasaction='ignore').writerow({'a': 1, 'zz': 2}); print(repr(f.getvalue()[-5:]))  # => '4\n1\r\n'
class Semi(csv.excel): delimiter = ';'
csv.register_dialect('semi', Semi); csv.register_dialect('pipe', delimiter='|', quoting=csv.QUOTE_ALL)
print(list(csv.reader(['a;b'], Semi)), list(csv.reader(['a;b'], dialect='semi')), sorted(csv.list_dialects()), csv.get_dialect('pipe').delimiter)  # => [['a', 'b']] [['a', 'b']] ['excel', 'excel-tab', 'pipe', 'semi', 'unix'] |
# %% escaped ends of lines
import csv
print(list(csv.reader(['a\\\n', 'b,c\n', 'd'], escapechar='\\')), list(csv.reader(['"a\\\n', 'b"'], escapechar='\\')))  # => [['a\nb', 'c'], ['d']] [['a\nb']]
