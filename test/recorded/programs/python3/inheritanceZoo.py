"""A zoo: abstract methods, mixins, class counters, polymorphism, operators between classes."""
from abc import ABC, abstractmethod
class Animal(ABC):
    population = 0
    def __init__(self, name, age=1):
        self.name, self._age = name, age
        type(self).population += 1
        Animal.population += type(self) is not Animal
    @abstractmethod
    def sound(self): return "..."
    def speak(self, times=1): return f"{self.name} says {' '.join([self.sound()] * times)}"
    def __eq__(self, o): return type(self) is type(o) and self.name == o.name
    def __hash__(self): return hash(self.name)
    def __repr__(self): return f"<{type(self).__name__}:{self.name}>"
class Flyer:
    def move(self): return f"{self.name} flies"
class Swimmer:
    def move(self): return f"{self.name} swims"
class Dog(Animal):
    def sound(self): return "Woof"
    def move(self): return f"{self.name} runs"
class Puppy(Dog):
    def sound(self): return super().sound().lower() + "?"
class Duck(Flyer, Swimmer, Animal):
    def sound(self): return "Quack" + super().sound()
    def move(self): return " and ".join(c.move(self) for c in Duck.__bases__[:2])
zoo = [Dog("Rex"), Puppy("Bit", age=0), Duck("Don")]
for a in zoo: print(a, a.speak(2), a.move(), isinstance(a, (Dog, Swimmer)), sep=" | ")
print(Animal.population, Dog.population, Puppy.population, Dog("Rex") == zoo[0], Dog("X") in zoo, Puppy("Rex") == zoo[0], len({*zoo, Dog("Rex")}))
for f in (lambda: Animal("x"), lambda: Dog(), lambda: zoo[0].fly(), lambda: Dog("a", 1, 2)):
    try: f()
    except (TypeError, AttributeError) as e: print(e)
print(Duck.__mro__[1:4], issubclass(Puppy, Animal), Animal.__abstractmethods__, Duck.move is not Flyer.move)
