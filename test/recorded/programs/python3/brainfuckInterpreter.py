"""An interpreter of Brainfuck with a jump table."""
import sys


def run(code, data=""):
    code = [c for c in code if c in "<>+-.,[]"]
    jump, stack = {}, []
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            if not stack:
                raise SyntaxError("unmatched ] at %d" % i)
            j = stack.pop()
            jump[i], jump[j] = j, i
    if stack:
        raise SyntaxError(f"unmatched [ at {stack}")
    tape, ptr, pc, steps = bytearray(30), 0, 0, 0
    out, it = [], iter(data)
    while pc < len(code):
        c = code[pc]
        if c == ">": ptr += 1
        elif c == "<": ptr -= 1
        elif c == "+": tape[ptr] = (tape[ptr] + 1) % 256
        elif c == "-": tape[ptr] = (tape[ptr] - 1) & 255
        elif c == ".": out.append(chr(tape[ptr]))
        elif c == ",": tape[ptr] = ord(next(it, "\0"))
        elif c == "[" and not tape[ptr]: pc = jump[pc]
        elif c == "]" and tape[ptr]: pc = jump[pc]
        pc += 1
        steps += 1
    return "".join(out), steps, bytes(tape[:8])


hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
print(run(hello))
print(run(",[.,]", "echo"))
print(run("++>+++++[<+>-]++++++++[<++++++>-]<.")[0])
print(run(">,[>,]<[.<]", "stressed"))
for bad in ("[", "]", "[[]"):
    try:
        run(bad)
    except SyntaxError as e:
        print(type(e), e)
try:
    tape = bytearray(2)
    tape[0] = 256
except ValueError as e:
    print(e, file=sys.stdout)
