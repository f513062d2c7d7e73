/** The values of `collections.OrderedDict`; what they do is in `collectionsModule.ts`. */
import { PyDict } from '../../containers.ts';
import { KeyTable } from '../../keyTable.ts';

export class PyOrderedDict extends PyDict {
  constructor() {
    super(new KeyTable());
  }
}
