/** The universal package as `npm run test:package` and `npm test` make it, opened for the tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../scripts/support/extensionPackage.ts';
import { outFolder } from '../../scripts/support/paths.ts';
import { readZipMember, type ZipMember, zipMembers } from '../../server/src/base/zipArchive.ts';

/** Where the files of an extension lie in a `.vsix`. */
const top = 'extension/';

export interface PackedExtension {
  readonly byteLength: number;
  /** By name from the top of the extension. */
  readonly files: ReadonlyMap<string, ZipMember>;
  bytes(file: string): Uint8Array;
  text(file: string): string;
}

const { name, version } = readManifest();

export function openPackage(path = join(outFolder, `${name}-${version}.vsix`)): PackedExtension {
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run test:package makes it first`);
  const data = readFileSync(path);
  const inside = zipMembers(data).filter((member) => member.name.startsWith(top));
  const files = new Map(inside.map((member) => [member.name.slice(top.length), member]));
  const bytes = (file: string): Uint8Array => {
    const member = files.get(file);
    if (member === undefined) throw new Error(`${file} is not in the package`);
    return readZipMember(data, member, () => {});
  };
  return { byteLength: data.length, files, bytes, text: (file) => Buffer.from(bytes(file)).toString() };
}
