"""A multiple-choice quiz with scripted answers and a high-score table."""
questions = [
    {"q": "Capital of France?", "options": ["Rome", "Paris", "Oslo"], "answer": "b"},
    {"q": "2 ** 5?", "options": ["10", "25", "32"], "answer": "c"},
    {"q": "Who wrote Emma?", "options": ["Austen", "Eliot"], "answer": "a", "points": 3},
]
players = {"Ann": "bca", "Bob": "Bxa", "Cy": "aa", "Di": "bcaa"}
scores = {}
for name, answers in players.items():
    score = 0
    it = iter(answers)
    for number, item in enumerate(questions, start=1):
        if name == "Ann":
            print(f"Q{number}. {item['q']}")
            for letter, option in zip("abc", item["options"]):
                print("  ", letter + ")", option)
        try:
            given = next(it).lower()
        except StopIteration:
            print(f"{name} gave up at question {number}")
            break
        if given == item["answer"]:
            score += item.get("points", 1)
        elif given not in "abc"[:len(item["options"])]:
            print(f"{name}: {given!r} is no option")
    else:
        left = "".join(it)
        if left: print(f"{name} has spare answers: {left}")
    scores[name] = score
best = max(scores.values())
rank = 0
prev = None
for i, (name, s) in enumerate(sorted(scores.items(), key=lambda x: (-x[1], x[0])), 1):
    if s != prev: rank, prev = i, s
    print(f"{rank}. {name:<5}{s:>3} {'★' * s}{' <- winner' if s == best else ''}")
