"""A phone book with a menu loop and scripted input() replacement."""
script = iter(["1", "Zed", "555", "1", "amy", "12a", "1", "Amy", "123", "2", "zed", "2", "bob", "4", "9", "3", "Zed", "4", "0"])
def input(prompt=""):
    answer = next(script)
    print(prompt + answer)
    return answer
book = dict()
while True:
    choice = input("1 add, 2 find, 3 delete, 4 list, 0 quit: ")
    if choice == "0":
        break
    elif choice == "1":
        name = input("Name: ").capitalize()
        number = input("Number: ")
        if not number.isdigit():
            print("That's not a number!")
            continue
        book[name] = number
    elif choice in ("2", "3"):
        name = input("Who? ").capitalize()
        if name in book:
            if choice == "2":
                print(name + "'s number is", book[name])
            else:
                del book[name]
        else:
            print("Not found:", name)
    elif choice == "4":
        if not book: print("(empty)")
        for i, (n, p) in enumerate(sorted(book.items())):
            print("%d. %s %s" % (i + 1, n.ljust(8, "."), p))
    else:
        print("?")
print("Bye", book, list(script))
