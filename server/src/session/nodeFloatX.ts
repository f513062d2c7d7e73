/** Reads on Node what can say what floatX is: the environment, `.env` and configuration files. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  type ConfigurationFile,
  configurationFileNames,
  type Environment,
  environmentOfText,
  type FloatXSources,
} from './floatX.ts';

/**
 * `folders`: where to look for `.env`, `.theanorc` and its like, strongest first; for the latter the home folder comes
 * last by itself.
 */
export function readFloatXSources(
  option: FloatXSources['option'],
  folders: readonly string[],
): FloatXSources {
  const files = [...new Set([...folders, homedir()])].flatMap(configurationFilesIn);
  const environments = [{ place: '', variables: process.env }, ...folders.flatMap(environmentFileIn)];
  return { option, environments, files };
}

function environmentFileIn(folder: string): Environment[] {
  const text = readIfThere(join(folder, '.env'));
  return text === null ? [] : [environmentOfText('.env', text)];
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
