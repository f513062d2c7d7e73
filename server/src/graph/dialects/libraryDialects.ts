/**
 * What the libraries are called and what they stand on.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
export type LibraryName = 'theano' | 'aesara' | 'pytensor';

/** Something that each library has in its own way. */
export type PerLibrary<T> = Readonly<Record<LibraryName, T>>;

export interface LibraryDialect {
  /** The name of the package, for import and messages; never a reason to do something else. */
  readonly library: LibraryName;
  /** The library's name in prose: `Theano`. */
  readonly title: string;
  /** The release that is imitated. */
  readonly version: string;
  /** The environment variable that holds its settings. */
  readonly flagsVariable: string;
  /** NumPy's major version that this library runs on: decides how scalars print and promote. */
  readonly numpy: 1 | 2;
  /** The title after its article. */
  readonly titleWithArticle: string;
}

const theano: LibraryDialect = {
  library: 'theano',
  title: 'Theano',
  version: '1.0.5',
  flagsVariable: 'THEANO_FLAGS',
  numpy: 1,
  titleWithArticle: 'a Theano',
};

const aesara: LibraryDialect = {
  ...theano,
  library: 'aesara',
  title: 'Aesara',
  version: '2.9.4',
  flagsVariable: 'AESARA_FLAGS',
  titleWithArticle: 'an Aesara',
};

const pytensor: LibraryDialect = {
  ...aesara,
  library: 'pytensor',
  title: 'PyTensor',
  version: '3.3.0',
  flagsVariable: 'PYTENSOR_FLAGS',
  numpy: 2,
  titleWithArticle: 'a PyTensor',
};

export const libraryDialects: PerLibrary<LibraryDialect> = { theano, aesara, pytensor };
