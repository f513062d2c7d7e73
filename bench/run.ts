/**
 * `npm run bench [topic…] [-- --option…]`: runs every `bench/<topic>.bench.ts`, or those that are named, and prints each number next to
 * its limit. Options are for topics that run themselves. The exit code is 0 also when a limit is not kept: numbers depend on the machine.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bench, Measurement } from './measurement.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const suffix = '.bench.ts';
const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('--'));
const asked = firstOption < 0 ? given : given.slice(0, firstOption);
const options = given.slice(asked.length);
const topics = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length))
  .sort();
const unknown = asked.filter((topic) => !topics.includes(topic));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${topics.join(', ')}.`);
  process.exit(2);
}

for (const topic of asked.length === 0 ? topics : asked) {
  console.log(topic);
  const address = pathToFileURL(join(folder, topic + suffix)).href;
  const { measurements, run } = (await import(address)) as Bench;
  for (const measurement of measurements ?? []) console.log(`  ${await line(measurement)}`);
  await run?.(options);
}
process.exit(0);

async function line({ name, unit, limit, measure }: Measurement): Promise<string> {
  const value = await measure();
  const text = `${name.padEnd(60)} ${value.toPrecision(3).padStart(9)} ${unit}`;
  if (limit === null) return text;
  const isKept = 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
  const bound = 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
  return `${text}   ${isKept ? 'kept' : 'NOT KEPT'} (${bound})`;
}
