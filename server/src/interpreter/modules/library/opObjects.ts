/**
 * `x.owner` and `x.owner.op`: applications and ops as Python objects. The class of an op is the one that the library has for it,
 * so `isinstance(x.owner.op, T.Elemwise)` answers as there; classes can not be instantiated or derived from.
 */
import type { LibraryName, PerLibrary } from '../../../graph/dialects.ts';
import { ownerInLibrary } from '../../../graph/libraryForm.ts';
import { scalarOps } from '../../../graph/ops/scalarOps.ts';
import { printApply } from '../../../graph/printVariable.ts';
import type { DrawParams } from '../../../graph/random/drawOp.ts';
import { sameOp } from '../../../graph/sameGraph.ts';
import type { BufferedScanParams } from '../../../graph/scan/scanBuffers.ts';
import { applyIn, applyNew, type Op, type Variable } from '../../../graph/variable.ts';
import { equality } from '../../equality.ts';
import { exceptionType, notSupported, objectType, raise, raiseAttributeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { chooseTypeBy, defineType, typeOf } from '../../pyType.ts';
import { PyList, PyObject, PyTuple, type PyType, type Value } from '../../values.ts';
import { asVariable } from './convert.ts';
import { fromGraphApplied } from './fromGraphModule.ts';
import { contextOf } from './libraryContext.ts';
import { opClassNames } from './names/opClassNames.ts';
import { opMakers } from './opMakers.ts';
import { functionOpClass, programOpBases, programOpClass, viewOpClass } from './programOpClasses.ts';
import { appliedProgramOp } from './programOps.ts';
import { applyObject, PyApply, rememberOp } from './pyApply.ts';
import { PyOp } from './pyOp.ts';
import { randomClasses } from './random/randomClasses.ts';
import { scanOpAttribute } from './scanOpAttributes.ts';

/** The scalar op inside an elementwise one. */
class PyScalarOp {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** `variable.owner`. */
export function ownerOf(variable: Variable): PyApply | null {
  const owner = ownerInLibrary(variable);
  return owner && applyObject(variable.context, owner);
}

/** What a program may read of any op. */
const opType = defineType<PyOp>({
  name: 'PureOp',
  module: 'theano.gof.op',
  class: PyOp,
  attributes: {
    name: (self) => (self.op.params as { name?: string } | null)?.name ?? null,
    dtype: (self) => dtypeOfOp(self),
    scalar_op: (self) => scalarOpOf(self),
    axis: (self) => axisOf(self),
    default_output: (self) => drawAttribute(self, 'default_output') ?? null,
    new_order: (self) => newOrderOf(self),
  },
  constants: {
    __subclassable__: false,
    __unsupportedBase__: 'a class derived from an op of the library: ops of a program derive from Op',
  },
  methods: {
    'make_node(*inputs)': (self: PyOp, inputs: Value[]) => ownerOf(applied(self, inputs)[0]!),
  },
  call: (self, args, keywords) => {
    const outputs = applied(self, args);
    const isList = isTrue(keywords?.get('return_list') ?? false);
    return outputs.length === 1 && !isList ? outputs[0]! : new PyList(outputs);
  },
  compare: equality((self, other) => other instanceof PyOp && sameOp(self.op, other.op)),
  hash: (self) => hashOfText(self.text),
  repr: (self) => {
    const { dialect } = self.context;
    const { module, name } = typeOf(self);
    return dialect.opObjectRepr === 'text'
      ? self.text
      : `<${module}.${name} object at 0x${identityOf(self).toString(16).padStart(12, '0')}>`;
  },
  str: (self) => self.text,
  getMissing: (self, name) =>
    name.startsWith('_')
      ? undefined
      : (scanAttribute(self, name) ??
        drawAttribute(self, name) ??
        notSupported(`the attribute ${name} of ${typeOf(self).name} ops`)),
});

function scanAttribute({ context, op }: PyOp, name: string): Value | undefined {
  if (op.entry.kind !== 'bufferedScan') return undefined;
  return scanOpAttribute(context, op.params as BufferedScanParams, name);
}

function dtypeOfOp(self: PyOp): Value {
  const { dtype, facts } = (self.op.params ?? {}) as { dtype?: string; facts?: DrawParams['facts'] };
  return facts ? facts.dtype : (dtype ?? missing(self, 'dtype'));
}

function drawAttribute(self: PyOp, name: string): Value | undefined {
  const { context, op } = self;
  const facts = op.entry.kind === 'draw' ? (op.params as DrawParams).facts : undefined;
  const isNew = context.dialect.randomOps === 'signature';
  switch (facts && name) {
    case 'ndim_supp':
      return facts!.support;
    case 'ndims_params':
      return isNew ? new PyList([...facts!.ranks]) : new PyTuple([...facts!.ranks]);
    case 'signature':
      return isNew ? facts!.signature : missing(self, name);
    case 'inplace':
      return false;
    case 'default_output':
      return 1;
    default:
      return undefined;
  }
}

/** Ops print alike when they are equal. */
function hashOfText(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash;
}

const applied = ({ context, op }: PyOp, inputs: readonly Value[]): Variable[] =>
  op.entry.kind === 'fromGraph'
    ? fromGraphApplied(context, op, inputs)
    : applyNew(
        context,
        op,
        inputs.map((input) => asVariable(context, input)),
      );

const missing = (self: PyOp, name: string): never =>
  raiseAttributeError(`'${typeOf(self).name}' object has no attribute '${name}'`);

function scalarOpOf(self: PyOp): Value {
  const { scalar } = (self.op.params ?? {}) as { scalar?: keyof typeof scalarOps };
  if (self.op.entry.kind === 'cast') return new PyScalarOp(/Cast\{\w+\}/.exec(self.text)![0]);
  if (scalar === undefined) return missing(self, 'scalar_op');
  return new PyScalarOp(scalarOps[scalar].classic);
}

function axisOf(self: PyOp): Value {
  const params = (self.op.params ?? {}) as { axes?: readonly number[] | null; axis?: number | null };
  if (params.axes !== undefined) return params.axes === null ? null : new PyTuple([...params.axes]);
  return params.axis === undefined ? missing(self, 'axis') : params.axis;
}

function newOrderOf(self: PyOp): Value {
  const { order } = (self.op.params ?? {}) as { order?: readonly (number | 'x')[] };
  return order === undefined ? missing(self, 'new_order') : new PyTuple([...order]);
}

defineType<PyScalarOp>({
  name: 'ScalarOp',
  module: 'theano.scalar.basic',
  class: PyScalarOp,
  attributes: { name: (self) => self.name },
  compare: equality((self, other) => other instanceof PyScalarOp && other.name === self.name),
  hash: (self) => hashOfText(self.name),
  repr: (self) => self.name,
});

type ClassTable = ReadonlyMap<string, PyType>;

/** The classes of ops of each library by name; made at first use. */
const classes = new Map<LibraryName, ClassTable>();

/** `T.Elemwise` and its like. */
export function opClasses(library: LibraryName): ClassTable {
  const known = classes.get(library);
  if (known) return known;
  const made = makeClasses(library);
  classes.set(library, made);
  return made;
}

function makeClasses(library: LibraryName): ClassTable {
  const wanted = new Map<string, { module: string; bases: readonly string[] }>();
  for (const [module, names] of Object.entries(opClassNames[library])) {
    for (const entry of names()) {
      const [name, bases] = entry.split(':') as [string, string];
      wanted.set(name, { module: `${library}.${module}`, bases: bases.split('+') });
    }
  }
  const made = new Map<string, PyType>();
  const make = (name: string): PyType => {
    const known = made.get(name);
    if (known) return known;
    const definition = wanted.get(name) ?? { module: library, bases: [] };
    const { module } = definition;
    // In between the libraries have classes for code in C.
    const named = name === 'ViewOp' ? ['Op'] : definition.bases;
    const bases = named.filter((base) => wanted.has(base)).map(make);
    const type = classOf(library, name, { module, bases });
    made.set(name, type);
    return type;
  };
  for (const name of wanted.keys()) make(name);
  return made;
}

interface ClassPlace {
  readonly module: string;
  readonly bases: readonly PyType[];
}

/** Programs derive from the first three kinds; the ops of the others are the library's own. */
function classOf(library: LibraryName, name: string, { module, bases }: ClassPlace): PyType {
  if (programOpBases.has(name)) return programOpClass(library, name, { module, bases });
  if (name === 'FromFunctionOp') return functionOpClass(module, bases[0]!);
  if (name === 'ViewOp') return viewOpClass(library, module, bases[0]!);
  return libraryOpClass(library, name, { module, bases });
}

/** A class whose ops the library has itself. */
function libraryOpClass(library: LibraryName, name: string, { module, bases }: ClassPlace): PyType {
  const isRoot = bases.every(({ name: base }) => programOpBases.has(base) || base === 'ViewOp');
  return defineType({
    name,
    module,
    bases: isRoot ? [opType, ...bases] : bases,
    create: (_, args, keywords) => {
      const make = opMakers[name] ?? notSupported(`${module}.${name}`);
      const context = contextOf(library);
      return rememberOp(new PyOp(context, make(context).call(args, keywords) as unknown as Op, null));
    },
  });
}

/** Kinds whose ops print otherwise than their class is called. */
const classOfKind: Readonly<Record<string, string>> = {
  elemwise: 'Elemwise',
  blockwise: 'Blockwise',
  cast: 'Elemwise',
  dot: 'Dot',
  bufferedScan: 'Scan',
  ifElse: 'IfElse',
  fromGraph: 'OpFromGraph',
  rebroadcast: 'Rebroadcast',
  dimShuffle: 'DimShuffle',
};

function classOfOp(value: PyOp): PyType {
  const known = opClasses(value.context.dialect.library);
  const { entry, params } = value.op;
  const kind =
    entry.kind === 'draw' ? randomClasses.get((params as DrawParams).name) : classOfKind[entry.kind];
  if (kind !== undefined && known.has(kind)) return known.get(kind)!;
  const printed = /^\w+/.exec(value.text)?.[0] ?? 'Op';
  const name = classOfText[printed] ?? printed;
  return known.get(name) ?? known.get(`${name}Op`) ?? otherOpClass(value.context.dialect.library);
}

/** How ops print whose class has another name. */
const classOfText: Readonly<Record<string, string>> = {
  Cast: 'Elemwise',
  Cumsum: 'CumOp',
  Cumprod: 'CumOp',
  Matmul: 'Blockwise',
  SetSubtensor: 'IncSubtensor',
  AdvancedSetSubtensor: 'AdvancedIncSubtensor',
  AdvancedSetSubtensor1: 'AdvancedIncSubtensor1',
};

const otherOpClasses = new Map<LibraryName, PyType>();

/** The class of ops of the library that are not in the table. */
function otherOpClass(library: LibraryName): PyType {
  const op = opClasses(library).get('Op')!;
  const made =
    otherOpClasses.get(library) ?? defineType({ name: 'Op', module: op.module, bases: [opType, op] });
  otherOpClasses.set(library, made);
  return made;
}

chooseTypeBy(PyOp, classOfOp);

const applyDefinition = {
  attributes: {
    op: (self: PyApply) => self.op,
    inputs: (self: PyApply) => new PyList([...self.apply.inputs]),
    outputs: (self: PyApply) => new PyList([...self.apply.outputs]),
    nin: (self: PyApply) => self.apply.inputs.length,
    nout: (self: PyApply) => self.apply.outputs.length,
    out: (self: PyApply) => defaultOutput(self),
    tag: (self: PyApply) => self.tag,
  },
  methods: {
    'default_output()': (self: PyApply) => defaultOutput(self),
    'get_parents()': (self: PyApply) => new PyList([...self.apply.inputs]),
    'clone(clone_inner_graph?)': (self: PyApply) => cloned(self, self.apply.inputs),
    'clone_with_new_inputs(inputs, strict?, clone_inner_graph?)': (self: PyApply, inputs: Value) =>
      cloned(self, newInputs(self, inputs)),
  },
  hash: identityOf,
  repr: (self: PyApply) => printApply(self.apply.outputs[0]!, self.apply),
} as const;

/** As many as it had, in a list or tuple: the libraries assert no more. */
function newInputs({ context, apply }: PyApply, given: Value): readonly Variable[] {
  if (!(given instanceof PyList || given instanceof PyTuple) || given.items.length !== apply.inputs.length)
    return raise(exceptionType('AssertionError'));
  return given.items.map((input) => asVariable(context, input));
}

const cloned = ({ context, apply }: PyApply, inputs: readonly Variable[]): PyApply =>
  applyObject(context, applyIn(context, apply.op, inputs)[0]!.owner!);

function defaultOutput({ apply }: PyApply): Variable {
  if (apply.op.entry.kind === 'draw') return apply.outputs[apply.outputs[0]!.context.dialect.defaultDraw]!;
  if (apply.outputs.length === 1) return apply.outputs[0]!;
  return raise(exceptionType('ValueError'), 'Multi-output Op without default_output');
}

const applyModules: PerLibrary<string> = {
  theano: 'theano.gof.graph',
  aesara: 'aesara.graph.basic',
  pytensor: 'pytensor.graph.basic',
};

const applyTypeOf = (library: LibraryName): PyType =>
  defineType<PyApply>({
    name: 'Apply',
    module: applyModules[library],
    bases: [objectType],
    create: (_, args) => {
      const [op, inputs, outputs] = args;
      if (!(op instanceof PyObject) || inputs === undefined || outputs === undefined)
        return notSupported('Apply(…) of anything but an op that the program defines');
      return appliedProgramOp(contextOf(library), op, [inputs, outputs]);
    },
    ...applyDefinition,
  });

/** `theano.gof.Apply` and its like. */
export const applyTypes: PerLibrary<PyType> = {
  theano: applyTypeOf('theano'),
  aesara: applyTypeOf('aesara'),
  pytensor: applyTypeOf('pytensor'),
};

chooseTypeBy(PyApply, (value) => applyTypes[value.context.dialect.library]);
