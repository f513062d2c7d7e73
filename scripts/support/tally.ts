/** Counts tests over all suites and prints each result of the editor tests as it comes. */
import type { TestListener, TestResult } from '../../test/e2e/driver/testResults.ts';
import { indent, say } from './progress.ts';

export class Tally implements TestListener {
  passed = 0;
  failed = 0;

  result({ place, name, error }: TestResult): void {
    this.add(error === null ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    say(`  ${error === null ? '✓' : '✗'} ${place}: ${name}`);
    if (error !== null) say(indent(indent(error)));
  }

  note(place: string, text: string): void {
    say(`  · ${place}: ${text}`);
  }

  add(counts: { readonly passed: number; readonly failed: number }): void {
    this.passed += counts.passed;
    this.failed += counts.failed;
  }

  /** The last line of every test command. */
  summary(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
