/**
 * Table of the classes of ops in Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.3.0: by the module that defines them, with the
 * classes of ops that they derive from.
 */
import type { PerLibrary } from '../../../../graph/dialects.ts';
import { type ModuleNames, words } from './moduleNames.ts';

export const opClassNames: PerLibrary<ModuleNames> = {
  theano: {
    'compile.builders': words(`
      OpFromGraph:Op
    `),
    'compile.ops': words(`
      DeepCopyOp:Op FromFunctionOp:Op OutputGuard:ViewOp Rebroadcast:Op Shape:Op Shape_i:Op
      SpecifyShape:Op ViewOp:Op
    `),
    'gof.op': words(`
      COp:Op Op:PureOp OpenMPOp:Op PureOp:object
    `),
    gradient: words(`
      ConsiderConstant:ViewOp DisconnectedGrad:ViewOp GradClip:ViewOp GradScale:ViewOp
      UndefinedGrad:ViewOp ZeroGrad:ViewOp
    `),
    ifelse: words(`
      IfElse:Op
    `),
    printing: words(`
      Print:Op
    `),
    'scan_module.scan_op': words(`
      Scan:PureOp
    `),
    'tensor.basic': words(`
      ARange:Op Alloc:Op AllocEmpty:Op Argmax:Op Choose:Op Default:Op Dot:Op ExtractDiag:Op Eye:Op
      Flatten:Op Join:Op MaxAndArgmax:Op Mean:CAReduce Nonzero:Op PermuteRowElements:Op Reshape:Op
      ScalarFromTensor:Op Split:Op TensorFromScalar:Op Tile:Op Tri:Op
    `),
    'tensor.blas': words(`
      BatchedDot:Op Dot22:GemmRelated Dot22Scalar:GemmRelated Gemm:GemmRelated GemmRelated:Op
      Gemv:Op Ger:Op
    `),
    'tensor.elemwise': words(`
      All:CAReduce Any:CAReduce CAReduce:Op CAReduceDtype:CAReduce DimShuffle:COp Elemwise:OpenMPOp
      MulWithoutZeros:BinaryScalarOp Prod:CAReduceDtype ProdWithoutZeros:CAReduceDtype
      Sum:CAReduceDtype
    `),
    'tensor.extra_ops': words(`
      Bartlett:Op CpuContiguous:Op CumOp:Op CumprodOp:Op CumsumOp:Op DiffOp:Op FillDiagonal:Op
      FillDiagonalOffset:Op RavelMultiIndex:Op RepeatOp:Op SearchsortedOp:Op Unique:Op
      UnravelIndex:Op
    `),
    'tensor.fft': words(`
      IRFFTOp:Op RFFTOp:Op
    `),
    'tensor.nlinalg': words(`
      AllocDiag:Op Det:Op Eig:Op Eigh:Eig EighGrad:Op MatrixInverse:Op MatrixPinv:Op QRFull:Op
      QRIncomplete:Op SVD:Op TensorInv:Op TensorSolve:Op lstsq:Op
    `),
    'tensor.nnet.abstract_conv': words(`
      AbstractConv2d:AbstractConv AbstractConv2d_gradInputs:AbstractConv_gradInputs
      AbstractConv2d_gradWeights:AbstractConv_gradWeights AbstractConv3d:AbstractConv
      AbstractConv3d_gradInputs:AbstractConv_gradInputs
      AbstractConv3d_gradWeights:AbstractConv_gradWeights AbstractConv:BaseAbstractConv
      AbstractConv_gradInputs:BaseAbstractConv AbstractConv_gradWeights:BaseAbstractConv
      BaseAbstractConv:Op
    `),
    'tensor.nnet.bn': words(`
      AbstractBatchNormInference:Op AbstractBatchNormTrain:Op AbstractBatchNormTrainGrad:Op
      BNComposite:Composite
    `),
    'tensor.nnet.conv': words(`
      ConvOp:OpenMPOp
    `),
    'tensor.nnet.neighbours': words(`
      Images2Neibs:Op
    `),
    'tensor.nnet.nnet': words(`
      CrossentropyCategorical1Hot:Op CrossentropyCategorical1HotGrad:Op
      CrossentropySoftmax1HotWithBiasDx:Op CrossentropySoftmaxArgmax1HotWithBias:Op LogSoftmax:Op
      Prepend_scalar_constant_to_each_row:Op Prepend_scalar_to_each_row:Op
      ScalarSoftsign:UnaryScalarOp Softmax:Op SoftmaxGrad:Op SoftmaxWithBias:Op
    `),
    'tensor.nnet.sigm': words(`
      ScalarSigmoid:UnaryScalarOp ScalarSoftplus:UnaryScalarOp UltraFastScalarSigmoid:UnaryScalarOp
    `),
    'tensor.opt': words(`
      Assert:Op MakeVector:Op
    `),
    'tensor.raw_random': words(`
      RandomFunction:Op
    `),
    'tensor.signal.pool': words(`
      AveragePoolGrad:PoolGrad DownsampleFactorMaxGradGrad:OpenMPOp MaxPoolGrad:PoolGrad
      MaxPoolRop:OpenMPOp Pool:OpenMPOp PoolGrad:OpenMPOp
    `),
    'tensor.slinalg': words(`
      Cholesky:Op CholeskyGrad:Op Eigvalsh:Op EigvalshGrad:Op Expm:Op ExpmGrad:Op Solve:Op
    `),
    'tensor.sort': words(`
      ArgSortOp:Op SortOp:Op TopKOp:Op
    `),
    'tensor.subtensor': words(`
      AdvancedBooleanIncSubtensor:BaseAdvancedIncSubtensor
      AdvancedBooleanSubtensor:BaseAdvancedSubtensor AdvancedIncSubtensor1:Op
      AdvancedIncSubtensor:BaseAdvancedIncSubtensor AdvancedSubtensor1:Op
      AdvancedSubtensor:BaseAdvancedSubtensor BaseAdvancedIncSubtensor:Op BaseAdvancedSubtensor:Op
      IncSubtensor:Op Subtensor:Op
    `),
    'tensor.type_other': words(`
      MakeSlice:Op
    `),
    'tensor.xlogx': words(`
      XlogX:UnaryScalarOp XlogY0:BinaryScalarOp
    `),
  },
  aesara: {
    breakpoint: words(`
      PdbBreakpoint:Op
    `),
    'compile.builders': words(`
      OpFromGraph:Op
    `),
    'compile.ops': words(`
      DeepCopyOp:COp FromFunctionOp:Op OutputGuard:ViewOp UpdatePlaceholder:Op ViewOp:COp
    `),
    gradient: words(`
      ConsiderConstant:ViewOp DisconnectedGrad:ViewOp GradClip:ViewOp GradScale:ViewOp
      UndefinedGrad:ViewOp ZeroGrad:ViewOp
    `),
    'graph.op': words(`
      Op:object
    `),
    ifelse: words(`
      IfElse:object
    `),
    printing: words(`
      Print:Op
    `),
    raise_op: words(`
      Assert:CheckAndRaise CheckAndRaise:COp
    `),
    'scan.op': words(`
      Scan:Op
    `),
    'tensor.basic': words(`
      ARange:Op Alloc:COp AllocDiag:Op AllocEmpty:COp Choose:Op Default:Op ExtractDiag:Op Eye:Op
      Join:COp MakeVector:COp Nonzero:Op PermuteRowElements:Op ScalarFromTensor:COp Split:COp
      TensorFromScalar:COp Tri:Op
    `),
    'tensor.blas': words(`
      BatchedDot:COp Dot22:GemmRelated Dot22Scalar:GemmRelated Gemm:GemmRelated GemmRelated:COp
      Gemv:Op Ger:Op
    `),
    'tensor.elemwise': words(`
      CAReduce:COp DimShuffle:ExternalCOp Elemwise:OpenMPOp
    `),
    'tensor.extra_ops': words(`
      Bartlett:Op BroadcastTo:COp CpuContiguous:COp CumOp:COp CumprodOp:Op CumsumOp:Op
      FillDiagonal:Op FillDiagonalOffset:Op RavelMultiIndex:Op Repeat:Op SearchsortedOp:COp
      Unique:Op UnravelIndex:Op
    `),
    'tensor.fft': words(`
      IRFFTOp:Op RFFTOp:Op
    `),
    'tensor.math': words(`
      Dot:Op MaxAndArgmax:COp Sum:CAReduce
    `),
    'tensor.nlinalg': words(`
      Det:Op Eig:Op Eigh:Eig EighGrad:Op Inv:Op Lstsq:Op MatrixInverse:Op MatrixPinv:Op QRFull:Op
      SVD:Op TensorInv:Op TensorSolve:Op
    `),
    'tensor.nnet.abstract_conv': words(`
      AbstractConv2d:AbstractConv AbstractConv2d_gradInputs:AbstractConv_gradInputs
      AbstractConv2d_gradWeights:AbstractConv_gradWeights AbstractConv3d:AbstractConv
      AbstractConv3d_gradInputs:AbstractConv_gradInputs
      AbstractConv3d_gradWeights:AbstractConv_gradWeights AbstractConv:BaseAbstractConv
      AbstractConv_gradInputs:BaseAbstractConv AbstractConv_gradWeights:BaseAbstractConv
      BaseAbstractConv:Op
    `),
    'tensor.nnet.basic': words(`
      CrossentropyCategorical1Hot:Op CrossentropyCategorical1HotGrad:Op
      CrossentropySoftmax1HotWithBiasDx:COp CrossentropySoftmaxArgmax1HotWithBias:COp
      Prepend_scalar_constant_to_each_row:Op Prepend_scalar_to_each_row:Op
      ScalarSoftsign:UnaryScalarOp SoftmaxWithBias:COp
    `),
    'tensor.nnet.batchnorm': words(`
      AbstractBatchNormInference:Op AbstractBatchNormTrain:Op AbstractBatchNormTrainGrad:Op
      BNComposite:Composite
    `),
    'tensor.nnet.conv': words(`
      ConvOp:OpenMPOp
    `),
    'tensor.nnet.sigm': words(`
      UltraFastScalarSigmoid:UnaryScalarOp
    `),
    'tensor.random.basic': words(`
      BernoulliRV:ScipyRandomVariable BetaBinomialRV:ScipyRandomVariable BetaRV:RandomVariable
      BinomialRV:RandomVariable CategoricalRV:RandomVariable CauchyRV:ScipyRandomVariable
      ChiSquareRV:RandomVariable ChoiceRV:RandomVariable DirichletRV:RandomVariable
      ExponentialRV:RandomVariable FRV:RandomVariable GammaRV:ScipyRandomVariable
      GenGammaRV:ScipyRandomVariable GeometricRV:RandomVariable GumbelRV:ScipyRandomVariable
      HalfCauchyRV:ScipyRandomVariable HalfNormalRV:ScipyRandomVariable
      HyperGeometricRV:RandomVariable IntegersRV:RandomVariable InvGammaRV:ScipyRandomVariable
      LaplaceRV:RandomVariable LogNormalRV:RandomVariable LogisticRV:RandomVariable
      MultinomialRV:RandomVariable MvNormalRV:RandomVariable NegBinomialRV:ScipyRandomVariable
      NormalRV:RandomVariable ParetoRV:ScipyRandomVariable PermutationRV:RandomVariable
      PoissonRV:RandomVariable PowerRV:RandomVariable RandIntRV:RandomVariable
      RayleighRV:RandomVariable ScipyRandomVariable:RandomVariable StudentTRV:ScipyRandomVariable
      TriangularRV:RandomVariable TruncExponentialRV:ScipyRandomVariable UniformRV:RandomVariable
      VonMisesRV:RandomVariable WaldRV:RandomVariable WeibullRV:RandomVariable ZipfRV:RandomVariable
    `),
    'tensor.random.op': words(`
      AbstractRNGConstructor:Op DefaultGeneratorMakerOp:AbstractRNGConstructor
      RandomStateConstructor:AbstractRNGConstructor RandomVariable:Op
    `),
    'tensor.shape': words(`
      Reshape:COp Shape:COp Shape_i:COp SpecifyShape:COp Unbroadcast:COp
    `),
    'tensor.signal.pool': words(`
      AveragePoolGrad:PoolGrad DownsampleFactorMaxGradGrad:OpenMPOp MaxPoolGrad:PoolGrad
      MaxPoolRop:OpenMPOp Pool:OpenMPOp PoolGrad:OpenMPOp
    `),
    'tensor.sort': words(`
      ArgSortOp:Op SortOp:Op TopKOp:Op
    `),
    'tensor.special': words(`
      LogSoftmax:COp Softmax:COp SoftmaxGrad:COp
    `),
    'tensor.subtensor': words(`
      AdvancedIncSubtensor1:COp AdvancedIncSubtensor:Op AdvancedSubtensor1:COp AdvancedSubtensor:Op
      IncSubtensor:COp Subtensor:COp
    `),
    'tensor.type_other': words(`
      MakeSlice:Op
    `),
    'tensor.xlogx': words(`
      XlogX:UnaryScalarOp XlogY0:BinaryScalarOp
    `),
  },
  pytensor: {
    'assumptions.specify': words(`
      SpecifyAssumptions:TypeCastingOp
    `),
    breakpoint: words(`
      PdbBreakpoint:Op
    `),
    'compile.builders': words(`
      OpFromGraph:Op SymbolicOp:OpFromGraph
    `),
    'compile.ops': words(`
      DeepCopyOp:COp FromFunctionOp:Op TypeCastingOp:COp ViewOp:TypeCastingOp
    `),
    gradient: words(`
      DisconnectedGrad:ViewOp GradClip:ViewOp GradScale:ViewOp UndefinedGrad:ViewOp ZeroGrad:ViewOp
    `),
    'graph.fg': words(`
      Output:Op
    `),
    'graph.op': words(`
      Op:object
    `),
    ifelse: words(`
      IfElse:object
    `),
    printing: words(`
      Print:Op
    `),
    raise_op: words(`
      Assert:CheckAndRaise CheckAndRaise:COp
    `),
    'scan.op': words(`
      Scan:Op
    `),
    'tensor.basic': words(`
      ARange:COp Alloc:COp AllocDiag:SymbolicOp AllocEmpty:COp Choose:Op ExtractDiag:COp Eye:Op
      Join:COp MakeVector:COp Nonzero:Op PermuteRowElements:Op ScalarFromTensor:COp Split:COp
      TensorFromScalar:COp
    `),
    'tensor.blas': words(`
      BatchedDot:COp Dot22:GemmRelated Dot22Scalar:GemmRelated Gemm:GemmRelated GemmRelated:COp
      Gemv:Op Ger:Op
    `),
    'tensor.blockwise': words(`
      Blockwise:COp BlockwiseWithCoreShape:OpWithCoreShape OpWithCoreShape:OpFromGraph
    `),
    'tensor.einsum': words(`
      Einsum:OpFromGraph
    `),
    'tensor.elemwise': words(`
      CAReduce:COp DimShuffle:ExternalCOp Elemwise:OpenMPOp
    `),
    'tensor.extra_ops': words(`
      Bartlett:Op CpuContiguous:COp CumOp:COp FillDiagonal:Op FillDiagonalOffset:Op
      RavelMultiIndex:Op Repeat:Op SearchsortedOp:COp Unique:Op UnravelIndex:Op
    `),
    'tensor.fft': words(`
      IRFFTOp:Op RFFTOp:Op
    `),
    'tensor.fourier': words(`
      Fourier:Op
    `),
    'tensor.linalg.constructors': words(`
      BaseBlockDiagonal:Op BlockDiagonal:BaseBlockDiagonal
    `),
    'tensor.linalg.decomposition.cholesky': words(`
      Cholesky:Op
    `),
    'tensor.linalg.decomposition.eigen': words(`
      Eig:Op Eigh:Op Eigvalsh:Op
    `),
    'tensor.linalg.decomposition.lu': words(`
      LU:Op LUFactor:Op PivotToPermutations:Op
    `),
    'tensor.linalg.decomposition.qr': words(`
      QR:Op
    `),
    'tensor.linalg.decomposition.schur': words(`
      QZ:Op Schur:Op
    `),
    'tensor.linalg.decomposition.svd': words(`
      SVD:Op
    `),
    'tensor.linalg.inverse': words(`
      MatrixInverse:Op MatrixPinv:Op TensorInv:Op
    `),
    'tensor.linalg.products': words(`
      Expm:Op KroneckerProduct:TensorSymbolicOp
    `),
    'tensor.linalg.solvers.core': words(`
      SolveBase:Op
    `),
    'tensor.linalg.solvers.general': words(`
      Solve:SolveBase
    `),
    'tensor.linalg.solvers.lstsq': words(`
      Lstsq:Op TensorSolve:Op
    `),
    'tensor.linalg.solvers.psd': words(`
      CholeskySolve:SolveBase
    `),
    'tensor.linalg.solvers.triangular': words(`
      SolveTriangular:SolveBase
    `),
    'tensor.linalg.solvers.tridiagonal': words(`
      LUFactorTridiagonal:Op SolveLUFactorTridiagonal:Op
    `),
    'tensor.linalg.summary': words(`
      Det:Op SLogDet:Op
    `),
    'tensor.math': words(`
      All:FixedOpCAReduce Any:FixedOpCAReduce Argmax:COp Dot:Op FixedOpCAReduce:CAReduce
      Max:NonZeroDimsCAReduce Min:NonZeroDimsCAReduce MulWithoutZeros:BinaryScalarOp
      NonZeroDimsCAReduce:FixedOpCAReduce Prod:FixedOpCAReduce ProdWithoutZeros:FixedOpCAReduce
      Sum:FixedOpCAReduce
    `),
    'tensor.optimize': words(`
      MinimizeOp:ScipyVectorWrapperOp MinimizeScalarOp:ScipyScalarWrapperOp
      RootOp:ScipyVectorWrapperOp RootScalarOp:ScipyScalarWrapperOp
      ScipyScalarWrapperOp:ScipyWrapperOp ScipyVectorWrapperOp:ScipyWrapperOp ScipyWrapperOp:Op
    `),
    'tensor.pad': words(`
      Pad:OpFromGraph
    `),
    'tensor.random.basic': words(`
      BernoulliRV:ScipyRandomVariable BetaBinomialRV:ScipyRandomVariable BetaRV:RandomVariable
      BinomialRV:RandomVariable CategoricalRV:RandomVariable CauchyRV:ScipyRandomVariable
      ChoiceWithoutReplacement:RandomVariable DirichletRV:RandomVariable
      ExponentialRV:RandomVariable GammaRV:RandomVariable GenGammaRV:ScipyRandomVariable
      GeometricRV:RandomVariable GumbelRV:ScipyRandomVariable HalfCauchyRV:ScipyRandomVariable
      HalfNormalRV:ScipyRandomVariable HyperGeometricRV:RandomVariable IntegersRV:RandomVariable
      InvGammaRV:RandomVariable LaplaceRV:RandomVariable LogNormalRV:RandomVariable
      LogisticRV:RandomVariable MultinomialRV:RandomVariable MvNormalRV:RandomVariable
      NegBinomialRV:ScipyRandomVariable NormalRV:RandomVariable ParetoRV:ScipyRandomVariable
      PermutationRV:RandomVariable PoissonRV:RandomVariable ScipyRandomVariable:RandomVariable
      StudentTRV:ScipyRandomVariable TriangularRV:RandomVariable
      TruncExponentialRV:ScipyRandomVariable UniformRV:RandomVariable VonMisesRV:RandomVariable
      WaldRV:RandomVariable WeibullRV:RandomVariable
    `),
    'tensor.random.op': words(`
      AbstractRNGConstructor:Op DefaultGeneratorMakerOp:AbstractRNGConstructor RNGConsumerOp:Op
      RandomVariable:RNGConsumerOp RandomVariableWithCoreShape:OpWithCoreShape
    `),
    'tensor.reshape': words(`
      JoinDims:Op SplitDims:Op
    `),
    'tensor.shape': words(`
      Reshape:COp Shape:COp Shape_i:COp SpecifyShape:COp
    `),
    'tensor.signal.conv': words(`
      Convolve1d:COp Convolve2d:Op
    `),
    'tensor.sort': words(`
      ArgSortOp:Op SortOp:Op
    `),
    'tensor.special': words(`
      LogSoftmax:TensorSymbolicOp Softmax:TensorSymbolicOp XLog1PY:TensorSymbolicOp
      XLogY:TensorSymbolicOp
    `),
    'tensor.subtensor': words(`
      AdvancedIncSubtensor1:COp AdvancedIncSubtensor:Op AdvancedSubtensor1:COp AdvancedSubtensor:COp
      IncSubtensor:COp Subtensor:COp
    `),
    'tensor.symbolic': words(`
      TensorSymbolicOp:SymbolicOp
    `),
    'tensor.type_other': words(`
      MakeSlice:Op
    `),
  },
};
