"""Library exercise: books, members, loans, inheritance and properties."""
from datetime import date, timedelta


class Item:
    _next_id = 1000
    loan_days = 14

    def __init__(self, title, year):
        self.id = Item._next_id
        Item._next_id += 1
        self.title, self.year = title, year
        self.borrower = None
        self.due = None

    @property
    def available(self):
        return self.borrower is None

    def __repr__(self):
        return f"{self.__class__.__name__}({self.title!r}, {self.year})"

    def __lt__(self, other):
        return (self.year, self.title) < (other.year, other.title)


class Book(Item):
    def __init__(self, title, year, author, *genres):
        super().__init__(title, year)
        self.author = author
        self.genres = genres

    def __str__(self):
        return f"{self.title} by {self.author} [{'/'.join(self.genres) or '-'}]"


class DVD(Item):
    loan_days = 3


class Member:
    def __init__(self, name, limit=2):
        self.name, self.limit, self.loans = name, limit, []
        self.__fines = 0

    fines = property(lambda self: self.__fines, doc="what is owed")

    def borrow(self, item, day):
        if not item.available:
            raise RuntimeError(f"{item!r} is with {item.borrower.name} until {item.due:%d %b}")
        if len(self.loans) >= self.limit:
            raise RuntimeError(f"{self.name} has {len(self.loans)} loans already")
        item.borrower, item.due = self, day + timedelta(days=item.loan_days)
        self.loans.append(item)
        return item.due

    def give_back(self, item, day):
        self.loans.remove(item)
        late = max((day - item.due).days, 0)
        self.__fines += late * 25
        item.borrower = item.due = None
        return late


today = date(2024, 2, 27)
lib = [Book("Dune", 1965, "Herbert", "scifi"), DVD("Alien", 1979), Book("Emma", 1815, "Austen"), DVD("Heat", 1995)]
print(sorted(lib), [i.id for i in lib])
print(lib[0], lib[1], lib[2], sep="\n")
ann, bob = Member("Ann"), Member("Bob", limit=1)
print(ann.borrow(lib[1], today), ann.borrow(lib[0], today))
for who, what in ((ann, lib[2]), (bob, lib[1]), (bob, lib[3]), (bob, lib[2])):
    try:
        print("due", who.borrow(what, today).isoformat())
    except RuntimeError as e:
        print("no:", e)
print(ann.give_back(lib[1], date(2024, 3, 5)), ann.fines, ann.loans, lib[1].available)
try:
    ann.fines = 0
except AttributeError as e:
    print(e)
try:
    bob.give_back(lib[0], today)
except ValueError as e:
    print(e)
print(sorted(vars(ann)), Member.fines.__doc__, isinstance(lib[1], Book), issubclass(DVD, Item))
