/** Prints expressions with as few brackets as the grammar needs. */
import { unreachable } from '../../base/assert.ts';
import type {
  Call,
  Comprehension,
  Dict,
  Expression,
  JoinedStr,
  Keyword,
  NumberLiteral,
  Parameter,
  Parameters,
  Slice,
  Subscript,
  TypeParameter,
} from '../syntax.ts';
import { binaryPrecedence, precedence, precedenceOf } from './precedence.ts';
import { printFormatted, quoteString } from './stringPrinter.ts';

export class ExpressionPrinter {
  readonly python: 2 | 3;

  constructor(python: 2 | 3) {
    this.python = python;
  }

  /** The source of an expression, in brackets when it binds looser than `minimum`. */
  print(node: Expression, minimum: number): string {
    const source = this.#source(node);
    return precedenceOf(node) < minimum ? `(${source})` : source;
  }

  #test(node: Expression): string {
    return this.print(node, precedence.test);
  }

  #source(node: Expression): string {
    switch (node.kind) {
      case 'Name':
        return node.name;
      case 'Number':
        return printNumber(node);
      case 'String':
        return quoteString(node, this.python);
      case 'Constant':
        return printConstant(node.value);
      case 'Attribute':
        return `${this.#owner(node.value)}.${node.attribute.name}`;
      case 'Call':
        return this.#call(node);
      case 'Subscript':
        return `${this.#owner(node.value)}[${this.#index(node)}]`;
      case 'Slice':
        return this.#slice(node);
      case 'Tuple':
        return this.#tuple(node.elements);
      case 'List':
        return `[${this.#elements(node.elements)}]`;
      case 'Set':
        return `{${this.#elements(node.elements)}}`;
      case 'Dict':
        return this.#dict(node);
      case 'Starred':
        return `*${this.print(node.value, this.python === 3 ? precedence.bitOr : precedence.test)}`;
      case 'JoinedStr':
        return this.joined(node);
      case 'Repr':
        return `\`${this.print(node.value, precedence.tuple)}\``;
      case 'ErrorExpression':
        return `(${node.children.map((child) => (isExpression(child) ? this.#test(child) : '')).join(' ')} ?)`;
      default:
        return this.#operation(node);
    }
  }

  #operation(node: Operation): string {
    switch (node.kind) {
      case 'BinOp':
        return this.#binary(node.left, node.operator, node.right);
      case 'UnaryOp':
        return node.operator === 'not'
          ? `not ${this.print(node.operand, precedence.not)}`
          : `${node.operator}${this.print(node.operand, precedence.unary)}`;
      case 'BoolOp': {
        const inner = (node.operator === 'or' ? precedence.or : precedence.and) + 1;
        return node.values.map((value) => this.print(value, inner)).join(` ${node.operator} `);
      }
      case 'Compare':
        return [
          this.print(node.left, precedence.bitOr),
          ...node.operators.map(
            (operator, index) => `${operator} ${this.print(node.comparators[index]!, precedence.bitOr)}`,
          ),
        ].join(' ');
      case 'IfExp':
        return `${this.print(node.body, precedence.or)} if ${this.print(node.test, precedence.or)} else ${this.#test(node.orelse)}`;
      case 'NamedExpr':
        return `${node.target.name} := ${this.#test(node.value)}`;
      case 'Lambda': {
        const parameters = this.parameters(node.parameters);
        return `lambda${parameters === '' ? '' : ` ${parameters}`}: ${this.#test(node.body)}`;
      }
      case 'Await':
        return `await ${this.print(node.value, precedence.primary)}`;
      case 'Yield':
        return node.value ? `yield ${this.print(node.value, precedence.tuple)}` : 'yield';
      case 'YieldFrom':
        return `yield from ${this.#test(node.value)}`;
      case 'ListComp':
        return `[${this.#element(node.element)}${this.#generators(node.generators)}]`;
      case 'SetComp':
        return `{${this.#element(node.element)}${this.#generators(node.generators)}}`;
      case 'GeneratorExp':
        return `(${this.#element(node.element)}${this.#generators(node.generators)})`;
      case 'DictComp':
        return `{${this.#test(node.key)}: ${this.#test(node.value)}${this.#generators(node.generators)}}`;
      default:
        return unreachable(node);
    }
  }

  /** A chain that leans left is printed by a loop, as it was read. */
  #binary(left: Expression, operator: keyof typeof binaryPrecedence, right: Expression): string {
    const level = binaryPrecedence[operator];
    const isPower = operator === '**';
    const rightMinimum = isPower ? precedence.unary : level + 1;
    const parts = [` ${operator} ${this.print(right, rightMinimum)}`];
    let lowest = left;
    while (!isPower && lowest.kind === 'BinOp' && binaryPrecedence[lowest.operator] === level) {
      parts.push(` ${lowest.operator} ${this.print(lowest.right, level + 1)}`);
      lowest = lowest.left;
    }
    parts.push(this.print(lowest, isPower ? precedence.await : level));
    return parts.reverse().join('');
  }

  /** What stands before a dot or a bracket; `1 .real` needs a blank or brackets. */
  #owner(node: Expression): string {
    const source = this.print(node, precedence.primary);
    return node.kind === 'Number' ? `(${source})` : source;
  }

  #call(node: Call): string {
    const [only] = node.args;
    const isSingle = node.args.length === 1 && node.keywords.length === 0;
    const owner = this.#owner(node.function);
    if (isSingle && only?.kind === 'GeneratorExp') return owner + this.#source(only);
    return `${owner}(${this.arguments(node.args, node.keywords)})`;
  }

  /** Arguments of a call or a class, in source order. */
  arguments(args: readonly Expression[], keywords: readonly Keyword[]): string {
    const printed = [
      ...args.map((argument) => ({ at: argument.start, source: this.#argument(argument) })),
      ...keywords.map((keyword) => ({ at: keyword.start, source: this.#keyword(keyword) })),
    ];
    return printed
      .sort((a, b) => a.at - b.at)
      .map(({ source }) => source)
      .join(', ');
  }

  #argument(node: Expression): string {
    return node.kind === 'Starred'
      ? `*${this.#test(node.value)}`
      : this.print(node, this.python === 3 ? precedence.named : precedence.test);
  }

  #keyword({ name, value }: Keyword): string {
    return name ? `${name.name}=${this.#test(value)}` : `**${this.#test(value)}`;
  }

  #index(node: Subscript): string {
    const { index } = node;
    if (index.kind !== 'Tuple' || index.elements.length === 0) return this.print(index, precedence.named);
    const hasSlice = index.elements.some((element) => element.kind === 'Slice' || element.kind === 'Starred');
    const printed = this.#tuple(index.elements);
    const isPlain = hasSlice || index.elements.every((element) => element.kind !== 'Yield');
    return isPlain ? printed : `(${printed})`;
  }

  #slice({ lower, upper, step }: Slice): string {
    const part = (node: Expression | null): string => (node ? this.#test(node) : '');
    return `${part(lower)}:${part(upper)}${step ? `:${part(step)}` : ''}`;
  }

  #tuple(elements: readonly Expression[]): string {
    if (elements.length === 0) return '()';
    const printed = elements.map((element) => this.#test(element)).join(', ');
    return elements.length === 1 ? `${printed},` : printed;
  }

  #elements(elements: readonly Expression[]): string {
    return elements.map((element) => this.#element(element)).join(', ');
  }

  #element(element: Expression): string {
    return this.#test(element);
  }

  #dict(node: Dict): string {
    const items = node.items.map(({ key, value }) =>
      key ? `${this.#test(key)}: ${this.#test(value)}` : `**${this.print(value, precedence.bitOr)}`,
    );
    return `{${items.join(', ')}}`;
  }

  #generators(generators: readonly Comprehension[]): string {
    return generators.map((generator) => this.#generator(generator)).join('');
  }

  #generator({ target, iterable, conditions, isAsync }: Comprehension): string {
    const printedConditions = conditions.map((condition) => ` if ${this.print(condition, precedence.or)}`);
    const source = this.print(iterable, precedence.or);
    return `${isAsync ? ' async' : ''} for ${this.print(target, precedence.tuple)} in ${source}${printedConditions.join('')}`;
  }

  /** An f-string, in quotes that none of its texts and fields contains where that is possible. */
  joined(node: JoinedStr): string {
    return printFormatted(node, (value) => this.print(value, precedence.statement));
  }

  // --------------------------------------------------------------------------------------------------------- parameters

  parameters({ items }: Parameters): string {
    const printed: string[] = [];
    for (const [index, item] of items.entries()) {
      const previous = items[index - 1];
      if (previous?.variety === 'positionalOnly' && item.variety !== 'positionalOnly') printed.push('/');
      const needsStar =
        item.variety === 'keywordOnly' &&
        previous?.variety !== 'keywordOnly' &&
        previous?.variety !== 'varArgs';
      if (needsStar) printed.push('*');
      printed.push(this.#parameter(item));
    }
    if (items.at(-1)?.variety === 'positionalOnly') printed.push('/');
    return printed.join(', ');
  }

  #parameter(item: Parameter): string {
    const stars = item.variety === 'varArgs' ? '*' : item.variety === 'kwArgs' ? '**' : '';
    const { target } = item;
    const name = target.kind === 'Identifier' ? target.name : this.#test(target);
    const annotation = item.annotation ? `: ${this.#test(item.annotation)}` : '';
    const value = item.default ? `=${this.#test(item.default)}` : '';
    return `${stars}${name}${annotation}${value}`;
  }

  typeParameters(parameters: readonly TypeParameter[]): string {
    if (parameters.length === 0) return '';
    const printed = parameters.map(({ name, variety, bound, default: value }) => {
      const stars = variety === 'TypeVarTuple' ? '*' : variety === 'ParamSpec' ? '**' : '';
      const boundSource = bound ? `: ${this.#test(bound)}` : '';
      return `${stars}${name.name}${boundSource}${value ? ` = ${this.#test(value)}` : ''}`;
    });
    return `[${printed.join(', ')}]`;
  }
}

type Operation = Exclude<
  Expression,
  {
    kind:
      | 'Name'
      | 'Number'
      | 'String'
      | 'Constant'
      | 'Attribute'
      | 'Call'
      | 'Subscript'
      | 'Slice'
      | 'Tuple'
      | 'List'
      | 'Set'
      | 'Dict'
      | 'Starred'
      | 'JoinedStr'
      | 'Repr'
      | 'ErrorExpression';
  }
>;

const isExpression = (node: { readonly kind: string }): node is Expression =>
  !/Statement$|Def$|^(?:Return|Delete|Assign|AugAssign|AnnAssign|TypeAlias|For|While|If|With|Match|Raise|Try|Assert|Import|ImportFrom|Global|Nonlocal|Pass|Break|Continue|Print|Exec)$/.test(
    node.kind,
  );

const printNumber = (node: NumberLiteral): string => node.text;

function printConstant(value: true | false | null | '...'): string {
  if (value === null) return 'None';
  if (value === '...') return '...';
  return value ? 'True' : 'False';
}
