/** colliding-updates: two updates of one shared variable come together. */
import { t } from '../../base/l10n.ts';
import { libraryNames } from '../libraryVersions.ts';
import { quoted, related, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const collidingUpdates: MistakeRule<'colliding-updates'> = {
  level: 'error',
  summary:
    'Two updates of the same shared variable come together: the library raises, or the first one is lost.',
  report({ span, version, name, first, second, effect }) {
    const places = [
      related(first, t('The first update of {0}.', quoted(name))),
      related(second, t('The second update of {0}.', quoted(name))),
    ];
    const remedy = t('Use two variables, or let one step make both changes.');
    if (effect === 'firstIsLost') {
      const message = sentences(
        t('The first update of {0} is lost silently: the second one replaces it.', quoted(name)),
        remedy,
      );
      return { span, message, related: places, level: 'warning' };
    }
    const library = libraryNames[version.library];
    const message = sentences(
      t(
        '{0} gets two updates here, and {1} raises an error: a variable can have only one.',
        quoted(name),
        library,
      ),
      remedy,
    );
    return { span, message, related: places };
  },
};
