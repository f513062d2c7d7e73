/** Calls of members of the scan libraries, NumPy and the few others that are known by path. */

import type { Call } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import { compileFunction } from './compileCall.ts';
import { variableType } from './constructors.ts';
import { observeFunctionUpdates } from './detectors/updateDTypes.ts';
import { libraryOf, roleOf } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { makeDict } from './mappings.ts';
import { numpyCall, sharedType } from './numpyCalls.ts';
import { collectedUpdates, makeStream, randomVariable } from './randomVariables.ts';
import { inputAt, sharedAt } from './records.ts';
import { callScan } from './scanCall.ts';
import { tensorOperation } from './tensorCalls.ts';
import { symbolic, unknownTensor } from './tensorRules.ts';
import type { Library } from './terms.ts';
import { unknown, until, type Value } from './values.ts';

/** The result of calling what `path` names. */
export function callLibrary(machine: Machine, path: string, args: Arguments, site: Call): Value {
  const role = roleOf(path);
  switch (role?.role) {
    case 'scan':
      return callScan(machine, role, args, site);
    case 'function':
      observeFunctionUpdates(machine, libraryOf(path), args);
      return compileFunction(machine, args, site);
    case 'shared':
      return sharedVariable(machine, args, { site, isGenerator: holdsGenerator(args) });
    case 'until':
      return until;
    case 'variable':
      return symbolic(
        variableType(path, role, args),
        inputAt(machine, site, textArgument(args, 'name', 0)).alone,
      );
    case 'tensorType':
      return tensorType(machine, role.library, args, site);
    case 'operation':
      return tensorOperation(machine, role.name, args, site);
    case 'updatesDict':
    case 'orderedDict':
      return makeDict(machine, args, site);
    case 'wraps':
      return { kind: 'builtin', name: 'staticmethod' };
    case 'partial':
      return makePartial(machine, args, site);
    case 'stream':
      return makeStream(machine, role, site);
    case 'randomVariable':
      return randomVariable(machine, role.library, { name: role.name, args, site });
    case 'collectedUpdates':
      return collectedUpdates(machine, args, site);
    case 'sharedGenerator':
      return sharedVariable(machine, args, { site, isGenerator: true });
    case 'numpyGenerator':
      return { kind: 'numpyGenerator' };
    case 'numpy':
      return numpyCall(machine, role.name, args, site);
    case 'harmless':
      return unknown;
    default:
      return giveUpCall(machine, args, site);
  }
}

function giveUpCall(machine: Machine, args: Arguments, site: Call): Value {
  machine.unfollowed++;
  for (const value of [...args.positional, ...args.keywords.values()]) {
    machine.escape(value, { kind: 'call', span: site });
  }
  return unknown;
}

const textArgument = (args: Arguments, keyword: string, position: number): string => {
  const value = args.keywords.get(keyword) ?? args.positional[position];
  return value?.kind === 'text' ? value.text : '';
};

const holdsGenerator = (args: Arguments): boolean =>
  (args.positional[0] ?? args.keywords.get('value'))?.kind === 'numpyGenerator';

function sharedVariable(
  machine: Machine,
  args: Arguments,
  { site, isGenerator }: { readonly site: Call; readonly isGenerator: boolean },
): Value {
  const type = isGenerator ? unknownTensor : sharedType(args.positional[0] ?? args.keywords.get('value'));
  const record = sharedAt(machine, site, { type, name: textArgument(args, 'name', 1), isGenerator });
  return { kind: 'shared', record };
}

/** `TensorType(dtype, shape)` makes variables of that type when it is called. */
function tensorType(machine: Machine, library: Library, args: Arguments, site: Call): Value {
  const [dtype, pattern] = args.positional;
  if (args.isOpen) return giveUpCall(machine, args, site);
  const keywords = new Map(args.keywords);
  if (dtype !== undefined) keywords.set('dtype', dtype);
  if (pattern !== undefined) keywords.set('shape', pattern);
  return {
    kind: 'partial',
    callee: { kind: 'library', path: `${library}.tensor.tensor` },
    args: [],
    keywords,
  };
}

function makePartial(machine: Machine, args: Arguments, site: Call): Value {
  const [callee, ...rest] = args.positional;
  if (callee === undefined || args.isOpen) return giveUpCall(machine, args, site);
  return { kind: 'partial', callee, args: rest, keywords: args.keywords };
}
