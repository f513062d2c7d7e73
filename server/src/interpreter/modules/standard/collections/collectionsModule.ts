/** `collections`: the table of its types, which have a file each. */
import { defineModule } from '../../../nativeModule.ts';
import { pythonVersion } from '../../../runtime.ts';
import type { PyModule, Value } from '../../../values.ts';
import { abstractCollections, abstractModule } from '../collectionsAbc.ts';
import { counterType } from './counter.ts';
import { defaultDictType } from './defaultDict.ts';
import { dequeType } from './dequeType.ts';
import { namedTuple } from './namedTuple.ts';
import { orderedDictType } from './orderedDict.ts';
import { userCollections } from './userCollections.ts';

export const collectionsModule = (): PyModule => {
  const abstract = abstractCollections();
  return defineModule({
    name: 'collections',
    values: {
      OrderedDict: orderedDictType,
      defaultdict: defaultDictType,
      Counter: counterType,
      deque: dequeType,
      ...userCollections(abstract),
      ...(pythonVersion() === 2 ? Object.fromEntries(abstract) : {}),
    },
    functions: {
      'namedtuple(typename, field_names, *, rename?, defaults?, module?)': (
        typeName: Value,
        names: Value,
        ...[rename, defaults, module]: (Value | undefined)[]
      ) => namedTuple(typeName, names, { rename, defaults, module }),
    },
    submodules: { abc: abstractModule(abstract) },
  });
};
