/** A cheap test of a text, so that files without any scan are never parsed. */

const library = /\b(?:theano|aesara|pytensor)\b/;
const call = /\b(?:scan|map|reduce|foldl|foldr|scan_checkpoints)\b/;

/** True when the text names one of the libraries: only then can a cell of it be run here. */
export const mightUseLibrary = (text: string): boolean => library.test(text);

/** True when the text may hold a scan: it names a library and one of the functions. False is certain. */
export const mightUseScan = (text: string): boolean => library.test(text) && call.test(text);
