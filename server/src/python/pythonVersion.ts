/** Decides which Python a file is written in, and says why. */
import type { PythonVersion } from './parsedFile.ts';
import type { Evidence, SourceFacts } from './statementScan.ts';

/**
 * Python 2 only when something in the file is Python 2 only. What works in both and is only meant for Python 2 (`xrange`
 * that the file does not define) decides where nothing says Python 3. A file with evidence for both is what most of its
 * evidence says; a tie is Python 3.
 */
export function decidePython(text: string, facts: SourceFacts): PythonVersion {
  const [first2] = facts.python2;
  const python3 = facts.python3.filter((evidence) => countsForPython3(evidence, facts));
  const [first3] = python3;
  if (first2 && first3) {
    const major = facts.python2.length > python3.length ? 2 : 3;
    const [winner, loser] = major === 2 ? [first2, first3] : [first3, first2];
    return version(major, winner, `${sentence(text, winner)}, although there is ${sentence(text, loser)}`);
  }
  if (first2) return version(2, first2, sentence(text, first2));
  if (first3) return version(3, first3, sentence(text, first3));
  if (facts.weakPython3[0]) return version(3, facts.weakPython3[0], sentence(text, facts.weakPython3[0]));
  const bound = new Set(facts.bound.map(({ what }) => what));
  const weak =
    facts.bilingual.length > 0
      ? undefined
      : facts.weakPython2.find(({ what }) => !bound.has(what.replace('the method ', '')));
  if (weak) return version(2, weak, sentence(text, weak));
  return { major: 3, reason: 'nothing in it is Python 2 only', evidence: null };
}

/** With `from __future__ import print_function` Python 2 calls print with keyword arguments too. */
const countsForPython3 = (evidence: Evidence, facts: SourceFacts): boolean =>
  !(facts.printFunction.length > 0 && evidence.what.startsWith('a call of print'));

const version = (major: 2 | 3, evidence: Evidence, reason: string): PythonVersion => ({
  major,
  reason,
  evidence: { start: evidence.start, end: evidence.end },
});

const sentence = (text: string, evidence: Evidence): string =>
  `${evidence.what} in line ${lineOf(text, evidence.start)}`;

/** Counted from 1. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
