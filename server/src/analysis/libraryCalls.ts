/** Calls of members of the scan libraries, NumPy and the few others that are known by path. */

import type { Call } from '../python/syntax.ts';
import { isDType } from '../tensor/dtype.ts';
import { compileFunction } from './compileCall.ts';
import { roleOf } from './libraryTable.ts';
import type { Arguments, Machine } from './machine.ts';
import { makeDict } from './mappings.ts';
import { callScan } from './scanCall.ts';
import { numpyCall, sharedType, tensorOperation } from './tensorCalls.ts';
import { axes, bothDTypes, floatXDType, symbolic, unknownDType } from './tensorRules.ts';
import { type SharedRecord, unknown, until, type Value } from './values.ts';

/** The result of calling what `path` names. */
export function callLibrary(machine: Machine, path: string, args: Arguments, site: Call): Value {
  const role = roleOf(path);
  switch (role?.role) {
    case 'scan':
      return callScan(machine, role, args, site);
    case 'function':
      return compileFunction(machine, args, site);
    case 'shared':
      return sharedVariable(machine, args, site);
    case 'until':
      return until;
    case 'variable': {
      const dtype =
        role.dtype === 'floatX' ? floatXDType : isDType(role.dtype) ? bothDTypes(role.dtype) : unknownDType;
      return symbolic({ dtype: args.keywords.has('dtype') ? unknownDType : dtype, shape: axes(role.ndim) });
    }
    case 'operation':
      return tensorOperation(machine, role.name, args, site);
    case 'updatesDict':
    case 'orderedDict':
      return makeDict(machine, args, site);
    case 'partial':
      return makePartial(machine, args, site);
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

function sharedVariable(machine: Machine, args: Arguments, site: Call): Value {
  const known = machine.activation.made.get(site);
  if (known?.origin === 'shared') return { kind: 'shared', record: known };
  const name = args.keywords.get('name') ?? args.positional[1];
  const record: SharedRecord = {
    origin: 'shared',
    site,
    module: machine.activation.module,
    type: sharedType(machine, args.positional[0] ?? args.keywords.get('value')),
    isGenerator: false,
    name: name?.kind === 'text' ? name.text : '',
    hasDefaultUpdate: false,
    mentions: new Map(),
  };
  machine.activation.made.set(site, record);
  machine.shared.push(record);
  return { kind: 'shared', record };
}

function makePartial(machine: Machine, args: Arguments, site: Call): Value {
  const [callee, ...rest] = args.positional;
  if (callee === undefined || args.isOpen) return giveUpCall(machine, args, site);
  return { kind: 'partial', callee, args: rest, keywords: args.keywords };
}
