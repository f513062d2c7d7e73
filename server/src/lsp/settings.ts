/**
 * The settings of each document, pulled from the client and kept until they change. What a client sends is checked: a value
 * that is not understood counts as the default. Clients without `workspace/configuration` set them once, when they start.
 */
import type { Connection } from 'vscode-languageserver';
import { defaultSettings, type Settings } from '../../../protocol/src/editor.ts';

/** The section of the client's configuration. */
export const settingsSection = 'scanlens';

export class SettingsStore {
  readonly #connection: Pick<Connection, 'workspace' | 'console'>;
  readonly #byUri = new Map<string, Promise<Settings>>();
  #initial: Settings = defaultSettings;
  #canPull = false;

  constructor(connection: Pick<Connection, 'workspace' | 'console'>) {
    this.#connection = connection;
  }

  /** From `initialize`. */
  begin(initial: unknown, client: { readonly canPull: boolean }): void {
    this.#initial = parseSettings(initial);
    this.#canPull = client.canPull;
  }

  /** The settings for a document. Never rejects: without an answer those from the start hold. */
  of(uri: string): Promise<Settings> {
    if (!this.#canPull) return Promise.resolve(this.#initial);
    const known = this.#byUri.get(uri);
    if (known !== undefined) return known;
    const pulled = this.#pull(uri);
    this.#byUri.set(uri, pulled);
    return pulled;
  }

  /** They have changed. `pushed` is what came with the message; clients that can not be asked send all of them. */
  changed(pushed: unknown): void {
    this.#byUri.clear();
    if (!this.#canPull && pushed !== null && pushed !== undefined) this.#initial = parseSettings(pushed);
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #pull(uri: string): Promise<Settings> {
    try {
      const answer = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: settingsSection,
      });
      return parseSettings(answer);
    } catch (error) {
      this.#connection.console.warn(`the client did not tell its settings: ${String(error)}`);
      return this.#initial;
    }
  }
}

const levels = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** Settings from whatever a client sent. */
export function parseSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  return {
    floatX: oneOf(given['floatX'], ['auto', 'float32', 'float64'], defaultSettings.floatX),
    inlineResults: oneOf(given['inlineResults'], ['off', 'mark', 'summary'], defaultSettings.inlineResults),
    inlayHints: oneOf(given['inlayHints'], ['off', 'scans', 'all'], defaultSettings.inlayHints),
    semanticTokens: oneOf(given['semanticTokens'], ['auto', 'on', 'off'], defaultSettings.semanticTokens),
    libraryVersion:
      typeof given['libraryVersion'] === 'string' ? given['libraryVersion'] : defaultSettings.libraryVersion,
    lenses: typeof given['lenses'] === 'boolean' ? given['lenses'] : defaultSettings.lenses,
    backend: oneOf(given['backend'], ['auto', 'reference', 'wasm', 'gpu'], defaultSettings.backend),
    gpu: parseGpu(given['gpu']),
    runTimeoutSeconds: numberIn(
      given['runTimeoutSeconds'],
      { from: 0.1, to: 3600 },
      defaultSettings.runTimeoutSeconds,
    ),
    memoryLimitMB: numberIn(given['memoryLimitMB'], { from: 64, to: 65_536 }, defaultSettings.memoryLimitMB),
    rules: parseRules(given['rules']),
  };
}

function parseGpu(value: unknown): Settings['gpu'] {
  const allowFloat32 = isRecord(value) ? value['allowFloat32'] : undefined;
  return {
    allowFloat32: typeof allowFloat32 === 'boolean' ? allowFloat32 : defaultSettings.gpu.allowFloat32,
  };
}

function parseRules(value: unknown): Settings['rules'] {
  if (!isRecord(value)) return {};
  const known = Object.entries(value).flatMap(([rule, level]) => {
    const found = levels.find((candidate) => candidate === level);
    return found === undefined ? [] : [[rule, found] as const];
  });
  return Object.fromEntries(known);
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

function numberIn(
  value: unknown,
  limits: { readonly from: number; readonly to: number },
  otherwise: number,
): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
  return Math.min(limits.to, Math.max(limits.from, value));
}

/** True for what JSON calls an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
