/** Counts tests over all suites, prints each result of the editor tests as it comes, and says at the end what failed: who sees only the end of a log sees that. */
import type { TestListener, TestResult } from '../../test/e2e/driver/testResults.ts';
import { indent, say } from './progress.ts';

/** So much of a failure's text is said again at the end. */
const repeatedLines = 6;

export class Tally implements TestListener {
  passed = 0;
  failed = 0;
  readonly #failures: string[] = [];

  result({ place, name, error }: TestResult): void {
    this.add(error === null ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    say(`  ${error === null ? '✓' : '✗'} ${place}: ${name}`);
    if (error === null) return;
    say(indent(indent(error)));
    this.remember(`${place}: ${name}`, error);
  }

  note(place: string, text: string): void {
    say(`  · ${place}: ${text}`);
  }

  add(counts: { readonly passed: number; readonly failed: number }): void {
    this.passed += counts.passed;
    this.failed += counts.failed;
  }

  /** Keeps a failure that was counted for the summary. */
  remember(name: string, error: string): void {
    const lines = error.split('\n').slice(0, repeatedLines).join('\n');
    this.#failures.push(`✗ ${name}\n${indent(lines)}`);
  }

  /** What failed, and the last line of every test command. */
  summary(): string {
    return [...this.#failures, `${this.passed} passed, ${this.failed} failed`].join('\n');
  }
}
