/**
 * The licences of what others wrote and we ship: the packages whose files esbuild took into a bundle, each with the text of its
 * licence. Says nothing about packages that only build or test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is shipped, whole or in parts. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** The text that its author asks to pass on. */
  readonly licence: string;
}

/** What an output of esbuild consists of, as its metafile says. */
interface BundleFiles {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

const folderOfPackage = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const licenceFile = /^licen[cs]e(-\w+)?(\.(md|txt))?$/i;
const noticesFile = /^(third-?party-?notices|notice)(\.(md|txt))?$/i;

/** The folders of the packages from which something came into these bundles. */
export function packageFolders(bundles: readonly BundleFiles[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { inputs } of bundles) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = folderOfPackage.exec(path.replaceAll('\\', '/'))?.[0];
      // Files of a core appear in its users, too, as a line that asks the core for them.
      if (folder !== undefined && bytesInOutput > 0 && !path.startsWith('core:')) folders.add(folder);
    }
  }
  return folders;
}

/** Throws when a package comes without the text of its licence: it must not be shipped then. */
export function readShippedPackage(folder: string): ShippedPackage {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ShippedPackage;
  const files = readdirSync(folder).toSorted();
  const licences = files.filter((file) => licenceFile.test(file));
  if (licences.length === 0) throw new Error(`${name} ${version} has no licence and can not be shipped`);
  const texts = [...licences, ...files.filter((file) => noticesFile.test(file))].map((file) =>
    readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  );
  return { name, version, licence: texts.join('\n\n') };
}

/** One text for people: who wrote what, in the order of names. The same package in the same version stands there once. */
export function printLicences(packages: readonly ShippedPackage[]): string {
  const byTitle = new Map(packages.map((one) => [titleOf(one), one.licence]));
  const sections = [...byTitle].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = sections.map(([title]) => `  ${title}\n`).join('');
  const texts = sections.map(([title, licence]) => `\n${rule}\n${title}\n${rule}\n\n${licence}\n`).join('');
  return `ScanLens contains parts of these packages, whose licences follow:\n\n${names}${texts}`;
}

const rule = '-'.repeat(80);
const titleOf = ({ name, version }: ShippedPackage): string => `${name} ${version}`;
