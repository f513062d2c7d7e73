/**
 * Prints a syntax tree as Python 2 or Python 3 source. Parsing the result gives the same tree but for its spans.
 *
 * Layout and comments are not in the tree, so they are not kept. An error node has no source any more: its children are
 * printed and followed by `?`, which is no Python, so what was broken stays broken.
 */
import { unreachable } from '../base/assert.ts';
import { ExpressionPrinter } from './printer/expressionPrinter.ts';
import { printPattern } from './printer/patternPrinter.ts';
import { precedence } from './printer/precedence.ts';
import type {
  Alias,
  ClassDef,
  DottedName,
  ExceptHandler,
  Expression,
  FunctionDef,
  If,
  ImportFrom,
  Match,
  Module,
  Print,
  Raise,
  Statement,
  Try,
  With,
} from './syntax.ts';

/** The source of a whole file; ends with a line break unless it is empty. */
export function printModule(module: Module, python: 2 | 3): string {
  const printer = new StatementPrinter(python);
  printer.statements(module.body);
  return printer.source();
}

/** The source of one expression on one line (several where a string literal spans lines). */
export const printExpression = (expression: Expression, python: 2 | 3): string =>
  new ExpressionPrinter(python).print(expression, precedence.tuple);

class StatementPrinter {
  readonly #python: 2 | 3;
  readonly #expressions: ExpressionPrinter;
  readonly #lines: string[] = [];
  #indent = '';

  constructor(python: 2 | 3) {
    this.#python = python;
    this.#expressions = new ExpressionPrinter(python);
  }

  source(): string {
    return this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
  }

  statements(body: readonly Statement[]): void {
    for (const statement of body) this.#statement(statement);
  }

  #line(text: string): void {
    this.#lines.push(this.#indent + text);
  }

  #block(header: string, body: readonly Statement[]): void {
    this.#line(`${header}:`);
    const outer = this.#indent;
    this.#indent += '    ';
    if (body.length === 0) this.#line('pass');
    this.statements(body);
    this.#indent = outer;
  }

  /** An expression that can be a tuple without brackets. */
  #tuple(expression: Expression): string {
    return this.#expressions.print(expression, precedence.tuple);
  }

  #test(expression: Expression): string {
    return this.#expressions.print(expression, precedence.test);
  }

  #named(expression: Expression): string {
    return this.#expressions.print(expression, precedence.named);
  }

  #list(expressions: readonly Expression[]): string {
    return expressions.map((expression) => this.#test(expression)).join(', ');
  }

  #statement(node: Statement): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.#functionDef(node);
        break;
      case 'ClassDef':
        this.#classDef(node);
        break;
      case 'If':
        this.#if(node, 'if');
        break;
      case 'For':
        this.#block(
          `${node.isAsync ? 'async ' : ''}for ${this.#tuple(node.target)} in ${this.#tuple(node.iterable)}`,
          node.body,
        );
        this.#else(node.orelse);
        break;
      case 'While':
        this.#block(`while ${this.#named(node.test)}`, node.body);
        this.#else(node.orelse);
        break;
      case 'Try':
        this.#try(node);
        break;
      case 'With':
        this.#with(node);
        break;
      case 'Match':
        this.#match(node);
        break;
      case 'ErrorStatement':
        this.statements(node.children.map(asStatement));
        this.#line('?');
        break;
      default:
        this.#line(this.#simple(node));
        break;
    }
  }

  #simple(node: SimpleStatement): string {
    switch (node.kind) {
      case 'ExpressionStatement':
        return this.#expressions.print(node.value, precedence.statement);
      case 'Return':
        return node.value ? `return ${this.#tuple(node.value)}` : 'return';
      case 'Delete':
        return `del ${this.#list(node.targets)}`;
      case 'Assign':
        return [...node.targets, node.value].map((part) => this.#value(part)).join(' = ');
      case 'AugAssign':
        return `${this.#test(node.target)} ${node.operator}= ${this.#value(node.value)}`;
      case 'AnnAssign': {
        const value = node.value ? ` = ${this.#value(node.value)}` : '';
        return `${this.#test(node.target)}: ${this.#test(node.annotation)}${value}`;
      }
      case 'TypeAlias': {
        const parameters = this.#expressions.typeParameters(node.typeParameters);
        return `type ${node.name.name}${parameters} = ${this.#test(node.value)}`;
      }
      case 'Raise':
        return this.#raise(node);
      case 'Assert':
        return `assert ${this.#test(node.test)}${node.message ? `, ${this.#test(node.message)}` : ''}`;
      case 'Import':
        return `import ${node.names.map(printAlias).join(', ')}`;
      case 'ImportFrom':
        return printImportFrom(node);
      case 'Global':
        return `global ${node.names.map(({ name }) => name).join(', ')}`;
      case 'Nonlocal':
        return `nonlocal ${node.names.map(({ name }) => name).join(', ')}`;
      case 'Print':
        return this.#print(node);
      case 'Exec': {
        const scope = [node.globals, node.locals].filter((part) => part !== null);
        const body = this.#expressions.print(node.body, precedence.bitOr);
        return `exec ${body}${scope.length > 0 ? ` in ${this.#list(scope)}` : ''}`;
      }
      case 'Pass':
        return 'pass';
      case 'Break':
        return 'break';
      case 'Continue':
        return 'continue';
      default:
        return unreachable(node);
    }
  }

  /** The right side of an assignment, where `yield` needs no brackets. */
  #value(expression: Expression): string {
    return this.#expressions.print(expression, precedence.statement);
  }

  #raise(node: Raise): string {
    const parts = [node.exception, node.message, node.traceback].filter((part) => part !== null);
    const cause = node.cause ? ` from ${this.#test(node.cause)}` : '';
    return parts.length === 0 ? 'raise' : `raise ${this.#list(parts)}${cause}`;
  }

  #print(node: Print): string {
    const destination = node.destination ? [`>>${this.#test(node.destination)}`] : [];
    const parts = [...destination, ...node.values.map((value) => this.#test(value))];
    const comma = node.newline || node.values.length === 0 ? '' : ',';
    return parts.length === 0 ? 'print' : `print ${parts.join(', ')}${comma}`;
  }

  #decorators(decorators: readonly Expression[]): void {
    for (const decorator of decorators) this.#line(`@${this.#named(decorator)}`);
  }

  #functionDef(node: FunctionDef): void {
    this.#decorators(node.decorators);
    const typeParameters = this.#expressions.typeParameters(node.typeParameters);
    const parameters = this.#expressions.parameters(node.parameters);
    const returns = node.returns ? ` -> ${this.#test(node.returns)}` : '';
    const keyword = node.isAsync ? 'async def' : 'def';
    this.#block(`${keyword} ${node.name.name}${typeParameters}(${parameters})${returns}`, node.body);
  }

  #classDef(node: ClassDef): void {
    this.#decorators(node.decorators);
    const typeParameters = this.#expressions.typeParameters(node.typeParameters);
    const bases = this.#expressions.arguments(node.bases, node.keywords);
    this.#block(`class ${node.name.name}${typeParameters}${bases === '' ? '' : `(${bases})`}`, node.body);
  }

  #if(node: If, keyword: 'if' | 'elif'): void {
    this.#block(`${keyword} ${this.#named(node.test)}`, node.body);
    const [first] = node.orelse;
    if (node.orelse.length === 1 && first?.kind === 'If') this.#if(first, 'elif');
    else this.#else(node.orelse);
  }

  #else(orelse: readonly Statement[]): void {
    if (orelse.length > 0) this.#block('else', orelse);
  }

  #with(node: With): void {
    const items = node.items.map(({ context, target }) => {
      const isBracketed =
        context.kind === 'Tuple' && this.#python === 3 && node.items.length === 1 && !target;
      const printed = this.#test(context);
      const source = isBracketed ? `(${printed})` : printed;
      return target ? `${source} as ${this.#test(target)}` : source;
    });
    this.#block(`${node.isAsync ? 'async ' : ''}with ${items.join(', ')}`, node.body);
  }

  #try(node: Try): void {
    this.#block('try', node.body);
    for (const handler of node.handlers) this.#handler(handler, { isStar: node.isStar });
    this.#else(node.orelse);
    if (node.finalbody.length > 0) this.#block('finally', node.finalbody);
  }

  #handler(handler: ExceptHandler, { isStar }: { readonly isStar: boolean }): void {
    const keyword = isStar ? 'except*' : 'except';
    const { type, target } = handler;
    if (!type || !target) {
      this.#block(type ? `${keyword} ${this.#test(type)}` : keyword, handler.body);
      return;
    }
    const isName = target.kind === 'Identifier' || target.kind === 'Name';
    const printed = target.kind === 'Identifier' ? target.name : this.#test(target);
    const separator = this.#python === 2 && !isName ? ', ' : ' as ';
    this.#block(`${keyword} ${this.#test(type)}${separator}${printed}`, handler.body);
  }

  #match(node: Match): void {
    this.#line(`match ${this.#tuple(node.subject)}:`);
    const outer = this.#indent;
    this.#indent += '    ';
    for (const { pattern, guard, body } of node.cases) {
      const condition = guard ? ` if ${this.#named(guard)}` : '';
      this.#block(`case ${printPattern(pattern, this.#expressions)}${condition}`, body);
    }
    this.#indent = outer;
  }
}

type SimpleStatement = Exclude<
  Statement,
  {
    kind: 'FunctionDef' | 'ClassDef' | 'If' | 'For' | 'While' | 'Try' | 'With' | 'Match' | 'ErrorStatement';
  }
>;

const expressionStatementKinds: ReadonlySet<string> = new Set<Statement['kind']>([
  'FunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Assign',
  'TypeAlias',
  'AugAssign',
  'AnnAssign',
  'For',
  'While',
  'If',
  'With',
  'Match',
  'Raise',
  'Try',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'ExpressionStatement',
  'Pass',
  'Break',
  'Continue',
  'Print',
  'Exec',
  'ErrorStatement',
]);

const isStatement = (node: Statement | Expression): node is Statement =>
  expressionStatementKinds.has(node.kind);

const asStatement = (node: Statement | Expression): Statement =>
  isStatement(node) ? node : { kind: 'ExpressionStatement', start: node.start, end: node.end, value: node };

const printDotted = (name: DottedName): string => name.parts.map((part) => part.name).join('.');

const printAlias = (alias: Alias): string =>
  alias.asname ? `${printDotted(alias.name)} as ${alias.asname.name}` : printDotted(alias.name);

function printImportFrom(node: ImportFrom): string {
  const module = '.'.repeat(node.level) + (node.module ? printDotted(node.module) : '');
  const names = node.names === '*' ? '*' : node.names.map(printAlias).join(', ');
  return `from ${module} import ${names}`;
}
