"""A beginner's grade book: messy style with globals, string formatting by %, input list."""
students = {}
inputs = ["add Anna", "grade Anna 90", "grade Anna 85.5", "add Ben", "grade Ben 70", "grade Ben abc", "grade Zoe 3", "avg", "best", "remove Ben", "remove Ben", "list", "foo", "quit", "add Never"]
def add(name):
    if name in students:
        print(name + " already there")
    else:
        students[name] = []
        print("Added", name)
def grade(name, g):
    try:
        students[name].append(float(g))
    except KeyError as e:
        print("No such student:", e)
    except ValueError as e:
        print("Error!", e)
    else:
        print("%s now has %d grades" % (name, len(students[name])))
def avg():
    for name in students:
        l = students[name]
        if len(l) == 0:
            print(name, "has no grades")
            continue
        s = 0
        for x in l:
            s = s + x
        a = s / len(l)
        letter = ''
        if a >= 90: letter = 'A'
        elif a >= 80: letter = 'B'
        elif a >= 70: letter = 'C'
        else: letter = 'F'
        print("%-10s %6.2f %s" % (name, a, letter))
i = 0
while True:
    line = inputs[i]
    i += 1
    print("> " + line)
    w = line.split(" ")
    c = w[0]
    if c == "add":
        add(w[1])
    elif c == "grade":
        grade(w[1], w[2])
    elif c == "avg":
        avg()
    elif c == "best":
        b = ""
        m = -1
        for k in students.keys():
            if max(students[k]) > m:
                m = max(students[k])
                b = k
        print("Best is", b, "with", m)
    elif c == "remove":
        if students.pop(w[1], None) != None:
            print("removed")
        else:
            print("can't")
    elif c == "list":
        print(students)
    elif c == "quit":
        print("Bye!")
        break
    else:
        print("Unknown command '" + c + "'")
print(type(students), str(len(students)) + " left", len(inputs) - i)
