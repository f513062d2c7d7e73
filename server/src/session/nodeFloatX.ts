/** Reads on Node what can say what floatX is: the environment, and the configuration files of folders and of the home folder. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ConfigurationFile, configurationFileNames, type FloatXSources } from './floatX.ts';

/** `folders`: where to look for `.theanorc` and its like, strongest first; the home folder comes last by itself. */
export function readFloatXSources(
  option: FloatXSources['option'],
  folders: readonly string[],
): FloatXSources {
  const files = [...new Set([...folders, homedir()])].flatMap(configurationFilesIn);
  return { option, environment: process.env, files };
}

function configurationFilesIn(folder: string): ConfigurationFile[] {
  return Object.values(configurationFileNames).flatMap((name) => {
    const text = readIfThere(join(folder, name));
    return text === null ? [] : [{ name, text }];
  });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
