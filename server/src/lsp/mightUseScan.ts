/** The cheap test before any parsing: most Python files have nothing to do with scan, and cost nothing. */

/** The libraries, and PyMC, whose models are made of PyTensor. */
const libraryNames = /theano|aesara|pytensor|pymc/;

/** False only for a text that can not call scan: a library has to be imported, and an import says its name. */
export function mightUseScan(text: string): boolean {
  return libraryNames.test(text);
}
