"""Hangman played from a list of guesses, in a beginner's style."""
import string

def draw(wrong):
    parts = [" O ", "/|\\", "/ \\"]
    print(" +---+")
    print(" |  " + (parts[0] if wrong > 0 else ""))
    print(" |  " + (parts[1] if wrong > 2 else "/| " if wrong > 1 else ""))
    print(" |  " + (parts[2] if wrong > 4 else "/" if wrong > 3 else ""))
    print("===")

def play(secret, guesses):
    found = ["_"] * len(secret)
    wrong = []
    for guess in guesses:
        guess = guess.strip().lower()
        if len(guess) != 1 or guess not in string.ascii_lowercase:
            print("Please guess one letter, not", repr(guess))
            continue
        if guess in wrong or guess in found:
            print("You already tried " + guess + "!")
            continue
        if guess in secret:
            for i in range(len(secret)):
                if secret[i] == guess:
                    found[i] = guess
            print("Yes:", " ".join(found))
        else:
            wrong.append(guess)
            print("No:", " ".join(found), "wrong so far:", ", ".join(wrong))
            draw(len(wrong))
        if "_" not in found:
            return True, len(wrong)
        if len(wrong) >= 5:
            print("You lost, it was", secret.upper())
            return False, len(wrong)
    return None

print(play("banana", ["a", "E", "n", "n", "xy", "", "1", "b"]))
print(play("fig", list("aeiouz")))
print(play("zoo", "z"))
