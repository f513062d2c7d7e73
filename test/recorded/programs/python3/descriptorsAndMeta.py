"""Descriptors with validation, lazy attributes, a small ORM by a metaclass."""
class Field:
    def __init__(self, kind, default=None, required=False):
        self.kind, self.default, self.required = kind, default, required
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name}: expected {self.kind.__name__}, not {value!r}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        if self.required:
            raise AttributeError(f"cannot delete {self.name}")
        obj.__dict__.pop(self.name, None)

class lazy:
    def __init__(self, fn): self.fn, self.name = fn, fn.__name__
    def __get__(self, obj, owner):
        if obj is None: return self
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.fn(obj)
        return value

class ModelMeta(type):
    tables = {}
    def __new__(mcls, name, bases, ns, table=None, **kw):
        fields = {}
        for b in bases:
            fields.update(getattr(b, "_fields", {}))
        fields.update({k: v for k, v in ns.items() if isinstance(v, Field)})
        ns["_fields"] = fields
        cls = super().__new__(mcls, name, bases, ns, **kw)
        if fields:
            mcls.tables[table or name.lower() + "s"] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __len__(cls): return len(cls._fields)
    def __iter__(cls): return iter(cls._fields)
    def __getitem__(cls, k): return cls._fields[k]
    def __repr__(cls): return f"<model {cls.__name__}>"
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("preparing", name, kw)
        return {}

class Model(metaclass=ModelMeta):
    def __init__(self, **kw):
        for k, f in self._fields.items():
            if k in kw: setattr(self, k, kw.pop(k))
            elif f.required: raise ValueError(f"missing {k}")
        if kw: raise TypeError("unknown: " + ", ".join(sorted(kw)))
    def sql(self):
        cols = ", ".join(self.__dict__)
        return f"INSERT INTO {type(self).__name__.lower()} ({cols}) VALUES ({', '.join(map(repr, vars(self).values()))})"

class Person(Model, table="people"):
    name = Field(str, required=True)
    age = Field(int, 0)
    @lazy
    def shout(self): return self.name.upper() + "!"

class Employee(Person):
    salary = Field(float, 1000.0)

p = Employee(name="Ann", salary=2.5)
print(p.name, p.age, p.salary, p.sql())
print(Employee, len(Employee), list(Employee), Employee["age"].default, ModelMeta.tables)
print(p.shout, p.shout, "shout" in p.__dict__)
del p.salary
print(p.salary, type(Person.name).__name__, Person.__class__, isinstance(Person, ModelMeta))
for f in (lambda: Person(), lambda: Person(name=3), lambda: Person(name="x", wings=2, beak=1), lambda: p.__delattr__("name"), lambda: setattr(p, "age", "old")):
    try: f()
    except Exception as e: print(type(e).__name__, "-", e)
Dyn = ModelMeta("Dyn", (Model,), {"x": Field(int)}, table="dyn")
print(Dyn(x=1).sql(), type(Dyn), Dyn.__mro__)
