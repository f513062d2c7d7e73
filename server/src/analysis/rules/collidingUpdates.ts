/** colliding-updates: two updates of one shared variable come together. */
import { libraryNames } from '../libraryVersions.ts';
import { quoted, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const collidingUpdates: MistakeRule<'colliding-updates'> = {
  level: 'error',
  summary:
    'Two updates of the same shared variable come together: the library raises, or the first one is lost.',
  report({ span, version, name, first, second, effect }) {
    const places = [
      related(first, `The first update of ${quoted(name)}.`),
      related(second, `The second update of ${quoted(name)}.`),
    ];
    const remedy = 'Use two variables, or let one step make both changes.';
    if (effect === 'firstIsLost') {
      const message = `The first update of ${quoted(name)} is lost silently: the second one replaces it. ${remedy}`;
      return { span, message, related: places, level: 'warning' };
    }
    const library = libraryNames[version.library];
    const message = `${quoted(name)} gets two updates here, and ${library} raises an error: a variable can have only one. ${remedy}`;
    return { span, message, related: places };
  },
};
