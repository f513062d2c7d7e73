/** The Python type of shared variables that hold the state of a random generator. */
import type { SharedVariable } from '../../../../graph/variable.ts';
import { defineType } from '../../../pyType.ts';
import { sharedVariableType } from '../sharedVariables.ts';
import { getGenerator, setGenerator } from './sharedGenerators.ts';

export const sharedGeneratorType = defineType<SharedVariable>({
  name: 'RandomTypeSharedVariable',
  module: 'aesara.tensor.random.var',
  bases: [sharedVariableType],
  methods: {
    'get_value(borrow?, return_internal_type?)': getGenerator,
    'set_value(new_value?, borrow?, *, seed?)': setGenerator,
  },
});
