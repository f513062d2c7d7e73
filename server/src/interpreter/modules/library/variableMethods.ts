/** All functions of the tensor module that are methods of variables as well, by signature without the variable. */
import { rearrangingMethods } from './rearrangingModule.ts';
import { sortingMethods } from './sortingModule.ts';
import { type TensorBody, tensorMethods } from './tensorMethods.ts';

export const variableMethods: Readonly<Record<string, TensorBody>> = {
  ...tensorMethods,
  ...rearrangingMethods,
  ...sortingMethods,
};
