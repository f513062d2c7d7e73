/** The fix for items that are set on symbolic variables: `x = T.set_subtensor(x[i], v)`. */
import { t } from '../../base/l10n.ts';
import type { AnyNode, Assign, AugAssign, Expression, Subscript } from '../../python/syntax.ts';
import type { ItemAssignment } from '../mistakes.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together } from './fix.ts';
import { tensorMember } from './importedNames.ts';
import type { Program } from './program.ts';
import { elementText, insert, operandText, replace } from './textEdits.ts';

export function setSubtensor(program: Program, mistake: ItemAssignment): Outcome<Change> {
  const statement = program.innermost(
    mistake.span,
    (node): node is Assign | AugAssign => node.kind === 'Assign' || node.kind === 'AugAssign',
  );
  const target = statement?.kind === 'AugAssign' ? statement.target : statement?.targets[0];
  if (statement === null || target?.kind !== 'Subscript')
    return refuse(t('The assignment is not understood.'));
  if (statement.kind === 'Assign' && statement.targets.length > 1)
    return refuse(t('The value is given to several targets at once.'));
  const obstacle = obstacleOf(program, target);
  if (obstacle !== null) return refuse(obstacle);
  const operation = operationOf(program, statement, target);
  const member = tensorMember(program, mistake.version.library, operation.name, target);
  if (isRefusal(member)) return member;
  const { value } = statement;
  const written = program.withParentheses(value);
  const variable = program.text(target.value);
  return together(
    member.change,
    safe(
      insert(target.start, `${variable} = ${member.name}(`),
      // Only the operator goes: a value that goes on over several lines keeps its layout.
      replace({ start: target.end, end: written.start }, operation.before),
      insert(written.end, operation.after),
    ),
  );
}

/** Why the variable can not be bound again here; null where it can. */
function obstacleOf(program: Program, { value }: Subscript): string | null {
  if (value.kind !== 'Name') return t('Only a variable with a name can be bound to the result.');
  const step = program.functionAround(value);
  const scope = step === null ? undefined : program.scopes.scopeOf(step);
  const isOwn = (scope?.symbols.get(value.name)?.bindings.length ?? 0) > 0;
  return step === null || isOwn
    ? null
    : t('`{0}` is not a variable of the step: return its new value as an update or an output.', value.name);
}

interface Operation {
  readonly name: 'set_subtensor' | 'inc_subtensor';
  readonly before: string;
  readonly after: string;
}

function operationOf(program: Program, statement: Assign | AugAssign, target: Subscript): Operation {
  const isBare = elementText(program, statement.value) !== program.text(statement.value);
  const close = isBare ? '))' : ')';
  const open = isBare ? '(' : '';
  if (statement.kind === 'Assign') return { name: 'set_subtensor', before: `, ${open}`, after: close };
  if (statement.operator === '+') return { name: 'inc_subtensor', before: `, ${open}`, after: close };
  const needsGroup = isGrouped(statement.value);
  const [left, right] = needsGroup ? ['(', '))'] : [open, close];
  if (statement.operator === '-') return { name: 'inc_subtensor', before: `, -${left}`, after: right };
  const before = `, ${operandText(program, target)} ${statement.operator} ${left}`;
  return { name: 'set_subtensor', before, after: right };
}

/** True for values that need parentheses as the operand of any operator. */
const isGrouped = (node: Expression): boolean => !simple.has(node.kind);

const simple: ReadonlySet<AnyNode['kind']> = new Set(['Name', 'Number', 'Call', 'Attribute', 'Subscript']);
