/** The loop IR as text, for people: docs, tests and those who look for a fault. */
import type { Expression, IrFunction, Statement } from './ir.ts';

/** A function as indented text; the same function gives the same text. */
export function printFunction(printed: IrFunction): string {
  const params = printed.params.map(({ name, type }) => `${name}: ${type}`).join(', ');
  const result = printed.result === null ? '' : ` → ${printed.result}`;
  return [`${printed.name}(${params})${result}`, ...printStatements(printed.body, 1)].join('\n');
}

const printStatements = (statements: readonly Statement[], depth: number): string[] =>
  statements.flatMap((statement) => printStatement(statement, depth));

function printStatement(statement: Statement, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const inside = (body: readonly Statement[]): string[] => printStatements(body, depth + 1);
  switch (statement.kind) {
    case 'set':
      return [`${indent}${statement.local.name} = ${printExpression(statement.value)}`];
    case 'store':
      return [`${indent}${statement.op}[${place(statement)}] = ${printExpression(statement.value)}`];
    case 'for': {
      const { counter, from, to, step, body } = statement;
      const by = step === 1 ? '' : ` by ${step}`;
      const head = `for ${counter.name} in ${printExpression(from)} … ${printExpression(to)}${by}`;
      return [`${indent}${head}`, ...inside(body)];
    }
    case 'while':
      return [`${indent}while ${printExpression(statement.condition)}`, ...inside(statement.body)];
    case 'if': {
      const head = [`${indent}if ${printExpression(statement.condition)}`, ...inside(statement.then)];
      return statement.otherwise.length === 0
        ? head
        : [...head, `${indent}else`, ...inside(statement.otherwise)];
    }
    case 'copy': {
      const { to, from, byteLength } = statement;
      return [`${indent}copy ${byteLength} bytes from ${printExpression(from)} to ${printExpression(to)}`];
    }
    case 'do':
      return [`${indent}${statement.call.callee.name}(${printAll(statement.call.args)})`];
    case 'return':
      return [`${indent}return${statement.value === null ? '' : ` ${printExpression(statement.value)}`}`];
  }
}

const printAll = (args: readonly Expression[]): string => args.map(printExpression).join(', ');

const place = ({ address, offset }: { address: Expression; offset: number }): string =>
  printExpression(address) + (offset === 0 ? '' : ` + ${offset}`);

/** One expression on one line. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'local':
      return expression.name;
    case 'literal':
      return Object.is(expression.value, -0) ? '-0' : String(expression.value);
    case 'address':
      return expression.buffer.name + (expression.offset === 0 ? '' : ` + ${expression.offset}`);
    case 'apply': {
      const lanes = expression.lanes === undefined ? '' : ` ${expression.lanes.join(' ')}`;
      return `${expression.op}${lanes}(${printAll(expression.args)})`;
    }
    case 'load':
      return `${expression.op}[${place(expression)}]`;
    case 'call':
      return `${expression.callee.name}(${printAll(expression.args)})`;
  }
}
