/** The values of `collections.OrderedDict`; what they do is in `collectionsModule.ts`. */
import { PyDict } from '../../containers.ts';

export class PyOrderedDict extends PyDict {}
