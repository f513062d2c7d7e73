/** What records learn from the names that hold their values. */
import type { Activation, ScanRecord, Value } from './values.ts';

/** Notes that `name`, a variable of `scope`, holds the value. */
export function noteName(value: Value, name: string, scope: Activation): void {
  if (value.kind === 'updates') {
    addName(value.scan, name, scope);
    value.scan.updatesName ??= name;
  } else if (value.kind === 'shared' || value.kind === 'stream') {
    if (value.record.name === '') value.record.name = name;
  } else if (value.kind === 'generator') {
    if (value.final !== null) value.final.name ??= name;
    for (const draw of value.origins)
      if (draw.origin === 'draw' && draw.step !== null) draw.step.nextNames.set(draw, name);
  } else if (value.kind === 'tuple') {
    for (const element of value.elements) if (element.kind === 'updates') addName(element.scan, name, scope);
  } else if (value.kind === 'union') {
    for (const option of value.options) noteName(option, name, scope);
  }
}

function addName(scan: ScanRecord, name: string, scope: Activation): void {
  const scopes = scan.names.get(name) ?? new Set();
  scopes.add(scope);
  scan.names.set(name, scopes);
}
