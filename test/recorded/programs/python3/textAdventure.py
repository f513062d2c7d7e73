"""A text adventure driven by a list of commands."""
ROOMS = {
    "hall": {"desc": "A dusty hall with a chandelier.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"desc": "Shelves up to the ceiling.", "exits": {"south": "hall"}, "items": ["book", "key"]},
    "kitchen": {"desc": "It smells of old soup.", "exits": {"west": "hall", "down": "cellar"}, "items": []},
    "cellar": {"desc": "Dark and cold. You see a treasure!", "exits": {"up": "kitchen"}, "items": ["treasure"], "locked": True},
}


class Game:
    def __init__(self, rooms, start):
        self.rooms = rooms
        self.here = start
        self.bag = []
        self.moves = 0
        self.over = False

    def do_go(self, direction=""):
        exits = self.rooms[self.here]["exits"]
        if direction not in exits:
            return f"You can't go {direction or 'nowhere'}. Exits: {', '.join(sorted(exits))}."
        target = exits[direction]
        if self.rooms[target].get("locked") and "key" not in self.bag:
            return "The door is locked."
        self.here = target
        return self.do_look()

    def do_look(self, *_):
        room = self.rooms[self.here]
        text = f"[{self.here.title()}] {room['desc']}"
        if room["items"]:
            text += " Here: " + ", ".join(room["items"]) + "."
        return text

    def do_take(self, item=""):
        items = self.rooms[self.here]["items"]
        try:
            items.remove(item)
        except ValueError:
            return f"There is no {item!r} here."
        self.bag.append(item)
        if item == "treasure":
            self.over = True
            return "You win!"
        return f"Taken: {item}"

    def do_bag(self):
        return "You carry " + (" and ".join(self.bag) if self.bag else "nothing")

    def run(self, line):
        self.moves += 1
        verb, *rest = line.lower().split()
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return f"I don't know how to {verb}."
        try:
            return method(*rest)
        except TypeError as e:
            return "Huh? (%s)" % e


game = Game(ROOMS, "hall")
for command in ["look", "bag", "go up", "go", "dance wildly", "go east", "go down", "go west", "take sword", "go north", "take KEY", "take book", "bag now", "bag", "go south", "go east", "go down", "take treasure"]:
    print(">", command)
    print(game.run(command))
    if game.over:
        break
print(f"{game.moves} moves, {len(game.bag)} items: {game.bag}")
