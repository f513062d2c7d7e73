/** Moves the `yield`s of a simple statement in front of it, keeping the order of evaluation. */
import type {
  AugAssign,
  Call,
  Expression,
  JoinedStr,
  Name,
  Statement,
  Yield,
  YieldFrom,
} from '../../python/syntax.ts';
import { notSupported } from '../exceptions.ts';
import type { Context } from './context.ts';
import { containsYield } from './scopeTree.ts';

/** What happens before the statement itself. */
export type YieldStep =
  | { readonly kind: 'yield'; readonly node: Yield | YieldFrom; readonly slot: number }
  | { readonly kind: 'statement'; readonly statement: Statement }
  /** A statement whose parts yield. */
  | { readonly kind: 'branch'; readonly statement: Statement };

/** The steps, and the statement with names in the place of what they evaluated. */
export function hoistYields(
  node: Statement,
  context: Context,
): { steps: readonly YieldStep[]; statement: Statement } {
  const hoister = new Hoister(context);
  const statement = hoister.statement(node);
  return { steps: hoister.steps, statement };
}

class Hoister {
  readonly steps: YieldStep[] = [];
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  statement(node: Statement): Statement {
    switch (node.kind) {
      case 'ExpressionStatement':
        return { ...node, value: this.#expression(node.value) };
      case 'Assign':
        return { ...node, value: this.#expression(node.value) };
      case 'AnnAssign':
        return { ...node, value: node.value && this.#expression(node.value) };
      case 'AugAssign':
        return this.#augmented(node);
      case 'Return':
        return { ...node, value: node.value && this.#expression(node.value) };
      case 'Print':
        return { ...node, values: this.#list(node.values) };
      case 'Raise':
        return { ...node, exception: node.exception && this.#expression(node.exception) };
      case 'Assert':
        return { ...node, test: this.#expression(node.test) };
    }
    return notSupported('yield inside this statement', node);
  }

  /** The parts of the target are evaluated first; its old value is read after the yield. */
  #augmented(node: AugAssign): Statement {
    const { target } = node;
    if (target.kind === 'Subscript') {
      const parts = this.#list([target.value, target.index, node.value]);
      return { ...node, target: { ...target, value: parts[0]!, index: parts[1]! }, value: parts[2]! };
    }
    if (target.kind === 'Attribute') {
      const parts = this.#list([target.value, node.value]);
      return { ...node, target: { ...target, value: parts[0]! }, value: parts[1]! };
    }
    return { ...node, value: this.#expression(node.value) };
  }

  #expression(node: Expression): Expression {
    if (!containsYield(node)) return node;
    switch (node.kind) {
      case 'Yield':
      case 'YieldFrom': {
        const value = node.value === null ? null : this.#expression(node.value);
        const { name, slot } = this.#temporary(node);
        this.steps.push({ kind: 'yield', node: { ...node, value } as Yield | YieldFrom, slot });
        return name;
      }
      case 'BinOp': {
        const [left, right] = this.#list([node.left, node.right]) as [Expression, Expression];
        return { ...node, left, right };
      }
      case 'UnaryOp':
        return { ...node, operand: this.#expression(node.operand) };
      case 'Compare': {
        if (node.comparators.length > 1) break;
        const [left, right] = this.#list([node.left, node.comparators[0]!]) as [Expression, Expression];
        return { ...node, left, comparators: [right] };
      }
      case 'Tuple':
      case 'List':
      case 'Set':
        return { ...node, elements: this.#list(node.elements) };
      case 'Dict': {
        const parts = this.#list(
          node.items.flatMap((item) => (item.key ? [item.key, item.value] : [item.value])),
        );
        let next = 0;
        const items = node.items.map((item) => ({
          ...item,
          key: item.key ? parts[next++]! : null,
          value: parts[next++]!,
        }));
        return { ...node, items };
      }
      case 'JoinedStr':
        return this.#joined(node);
      case 'Slice': {
        const bounds = [node.lower, node.upper, node.step];
        const parts = this.#list(bounds.filter((bound) => bound !== null));
        let next = 0;
        const [lower, upper, step] = bounds.map((bound) => (bound ? parts[next++]! : null));
        return { ...node, lower: lower ?? null, upper: upper ?? null, step: step ?? null };
      }
      case 'Attribute':
        return { ...node, value: this.#expression(node.value) };
      case 'Subscript': {
        const [value, index] = this.#list([node.value, node.index]) as [Expression, Expression];
        return { ...node, value, index };
      }
      case 'Starred':
        return { ...node, value: this.#expression(node.value) };
      case 'NamedExpr':
        return { ...node, value: this.#expression(node.value) };
      case 'Call':
        return this.#call(node);
      case 'IfExp':
        return this.#choice(node, node.test, { yes: node.body, no: node.orelse });
      case 'BoolOp':
        return this.#shortCircuit(node.operator, node.values, node);
    }
    return notSupported('yield inside this expression', node);
  }

  #joined(node: JoinedStr): Expression {
    const fields = node.values.flatMap((part) => (part.kind === 'FormattedValue' ? [part] : []));
    if (fields.some((field) => field.formatSpec !== null && containsYield(field.formatSpec))) {
      notSupported('yield inside a format specification', node);
    }
    const parts = this.#list(fields.map((field) => field.value));
    let next = 0;
    const values = node.values.map((part) =>
      part.kind === 'FormattedValue' ? { ...part, value: parts[next++]! } : part,
    );
    return { ...node, values };
  }

  #call(node: Call): Expression {
    const parts = [node.function, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    const [callee, ...rest] = this.#list(parts) as [Expression, ...Expression[]];
    const args = rest.slice(0, node.args.length);
    const keywords = node.keywords.map((keyword, index) => ({
      ...keyword,
      value: rest[node.args.length + index]!,
    }));
    return { ...node, function: callee, args, keywords };
  }

  /** Everything before the last part that yields is evaluated first, into temporaries. */
  #list(nodes: readonly Expression[]): Expression[] {
    const last = nodes.findLastIndex(containsYield);
    return nodes.map((node, index) => {
      if (index > last) return node;
      if (node.kind === 'Starred') return { ...node, value: this.#kept(node.value) };
      return containsYield(node) && index === last ? this.#expression(node) : this.#kept(node);
    });
  }

  #kept(node: Expression): Expression {
    const isFixed = node.kind === 'Number' || node.kind === 'String' || node.kind === 'Constant';
    if (isFixed) return node;
    const value = this.#expression(node);
    const { name } = this.#temporary(node);
    this.steps.push({ kind: 'statement', statement: assign(name, value) });
    return name;
  }

  #choice(
    node: Expression,
    test: Expression,
    results: { readonly yes: Expression; readonly no: Expression },
  ): Expression {
    const { name } = this.#temporary(node);
    const statement: Statement = {
      kind: 'If',
      test,
      body: [assign(name, results.yes)],
      orelse: [assign(name, results.no)],
      start: node.start,
      end: node.end,
    };
    this.steps.push({ kind: 'branch', statement });
    return name;
  }

  #shortCircuit(operator: 'and' | 'or', values: readonly Expression[], node: Expression): Expression {
    const [first, ...rest] = values as [Expression, ...Expression[]];
    const { name } = this.#temporary(node);
    this.steps.push(step(assign(name, this.#expression(first))));
    for (const value of rest) {
      const stop = operator === 'or';
      const next = [assign(name, value)];
      const pass: Statement[] = [{ kind: 'Pass', start: node.start, end: node.end }];
      const [body, orelse] = stop ? [pass, next] : [next, pass];
      const statement: Statement = { kind: 'If', test: name, body, orelse, start: node.start, end: node.end };
      this.steps.push({ kind: 'branch', statement });
    }
    return name;
  }

  #temporary(node: Expression): { name: Name; slot: number } {
    const { host } = this.#context.scope;
    const text = `.yield${host.slotNames.length}`;
    const slot = this.#context.scope.allocate(text);
    return { name: { kind: 'Name', name: text, start: node.start, end: node.end }, slot };
  }
}

const step = (statement: Statement): YieldStep => ({ kind: 'statement', statement });

const assign = (target: Name, value: Expression): Statement => ({
  kind: 'Assign',
  targets: [target],
  value,
  start: value.start,
  end: value.end,
});
