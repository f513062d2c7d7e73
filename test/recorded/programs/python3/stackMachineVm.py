"""A stack machine with an assembler, labels, calls and a trace."""
from enum import IntEnum
from collections import namedtuple

Op = IntEnum("Op", "PUSH ADD SUB MUL DUP JMP JZ PRINT HALT LOAD STORE CALL RET")
Instr = namedtuple("Instr", ["op", "arg"], defaults=[None])


class VMError(RuntimeError):
    def __init__(self, pc, reason):
        self.pc = pc
        super().__init__(f"at {pc}: {reason}")


def assemble(src):
    labels, program = {}, []
    lines = [l.split(";")[0].strip() for l in src.splitlines()]
    for line in filter(None, lines):
        if line.endswith(":"):
            labels[line[:-1]] = len(program)
        else:
            name, _, arg = line.partition(" ")
            program.append(Instr(Op[name.upper()], arg.strip() or None))
    return [i._replace(arg=labels.get(i.arg, int(i.arg) if i.arg and i.arg.lstrip("-").isdigit() else i.arg)) if i.arg else i for i in program], labels


def run(program, limit=500):
    stack, calls, memory, out, pc = [], [], {}, [], 0
    for _ in range(limit):
        op, arg = program[pc]
        pc += 1
        try:
            if op is Op.PUSH: stack.append(arg)
            elif op in (Op.ADD, Op.SUB, Op.MUL):
                b, a = stack.pop(), stack.pop()
                stack.append({Op.ADD: a.__add__, Op.SUB: a.__sub__, Op.MUL: a.__mul__}[op](b))
            elif op == Op.DUP: stack.append(stack[-1])
            elif op == Op.JMP: pc = arg
            elif op == Op.JZ: pc = arg if stack.pop() == 0 else pc
            elif op == Op.PRINT: out.append(stack.pop())
            elif op == Op.LOAD: stack.append(memory[arg])
            elif op == Op.STORE: memory[arg] = stack.pop()
            elif op == Op.CALL: calls.append(pc); pc = arg
            elif op == Op.RET: pc = calls.pop()
            elif op == Op.HALT: return out, memory
        except (IndexError, KeyError) as e:
            raise VMError(pc - 1, e) from e
    raise VMError(pc, "limit")


FACT = """
    push 1
    store acc
    push 6
    store n
loop:
    load n
    jz end        ; done?
    load acc
    load n
    mul
    store acc
    call dec
    jmp loop
dec:
    load n
    push 1
    sub
    store n
    ret
end:
    load acc
    print
    halt
"""
prog, labels = assemble(FACT)
print(labels, len(prog), prog[0], prog[5], prog[-1], sep="\n")
print(run(prog))
for bad in ("add", "load x", "l:\njmp l", "ret"):
    try:
        run(assemble(bad)[0])
    except VMError as e:
        print(e, e.pc, repr(e.__cause__))
try:
    assemble("nop 3")
except KeyError as e:
    print("KeyError", e)
print(Op.HALT, repr(Op.ADD), Op.ADD < Op.SUB, list(Op)[:3], f"{Op.JZ}", Op(3).name)
