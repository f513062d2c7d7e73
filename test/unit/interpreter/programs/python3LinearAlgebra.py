Programs of Python 3: numpy.linalg. What they print was written down from NumPy 2.4.

# %% numpy.linalg: decompositions, solutions, norms
import numpy as np
A = np.array([[1., 2.], [3., 4.]])
print(np.linalg.det(A), np.linalg.inv(A), np.linalg.solve(A, [5, 6]), np.linalg.solve(A, np.eye(2)))  # => -2.0000000000000004 [[-2.   1. ]
# =>  [ 1.5 -0.5]] [-4.   4.5] [[-2.   1. ]
# =>  [ 1.5 -0.5]]
B = np.array([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
print(np.linalg.eigvals(B), np.linalg.eigvalsh(B), np.linalg.det(B), np.linalg.inv(B))  # => [3.41421356 2.         0.58578644] [0.58578644 2.         3.41421356] 4.0 [[0.75 0.5  0.25]
# =>  [0.5  1.   0.5 ]
# =>  [0.25 0.5  0.75]]
print(np.linalg.eig(np.array([[0, -1], [1, 0]])))  # => EigResult(eigenvalues=array([0.+1.j, 0.-1.j]), eigenvectors=array([[0.70710678+0.j        , 0.70710678-0.j        ],
# =>        [0.        -0.70710678j, 0.        +0.70710678j]]))
print(np.linalg.eig(np.array([[2, 0], [0, 3]])))  # => EigResult(eigenvalues=array([2., 3.]), eigenvectors=array([[1., 0.],
# =>        [0., 1.]]))
print(np.linalg.eig([[1, 2], [3, 4]]))  # => EigResult(eigenvalues=array([-0.37228132,  5.37228132]), eigenvectors=array([[-0.82456484, -0.41597356],
# =>        [ 0.56576746, -0.90937671]]))
print(np.linalg.eigvals([[1, 2, 3], [4, 5, 6], [7, 8, 10]]))  # => [16.70749332 -0.90574018  0.19824686]
U, s, Vt = np.linalg.svd(np.array([[1, 2], [3, 4], [5, 6]])); print(U); print(s); print(Vt)  # => [[-0.2298477   0.88346102  0.40824829]
# =>  [-0.52474482  0.24078249 -0.81649658]
# =>  [-0.81964194 -0.40189603  0.40824829]]
# => [9.52551809 0.51430058]
# => [[-0.61962948 -0.78489445]
# =>  [-0.78489445  0.61962948]]
U, s, Vt = np.linalg.svd(np.array([[1, 2], [3, 4], [5, 6]]), full_matrices=False); print(U.shape, np.allclose(U @ np.diag(s) @ Vt, [[1, 2], [3, 4], [5, 6]]))  # => (3, 2) True
Q, R = np.linalg.qr(A); print(Q); print(R)  # => [[-0.31622777 -0.9486833 ]
# =>  [-0.9486833   0.31622777]]
# => [[-3.16227766 -4.42718872]
# =>  [ 0.         -0.63245553]]
print(np.linalg.qr(np.array([[1, 2], [3, 4], [5, 6]]), mode='complete'), np.linalg.qr(A, 'r'))  # => QRResult(Q=array([[-0.16903085,  0.89708523,  0.40824829],
# =>        [-0.50709255,  0.27602622, -0.81649658],
# =>        [-0.84515425, -0.34503278,  0.40824829]]), R=array([[-5.91607978, -7.43735744],
# =>        [ 0.        ,  0.82807867],
# =>        [ 0.        ,  0.        ]])) [[-3.16227766 -4.42718872]
# =>  [ 0.         -0.63245553]]
print(np.linalg.cholesky(np.array([[4, 2], [2, 3]])), np.linalg.cholesky([[25, 15, -5], [15, 18, 0], [-5, 0, 11]]))  # => [[2.         0.        ]
# =>  [1.         1.41421356]] [[ 5.  0.  0.]
# =>  [ 3.  3.  0.]
# =>  [-1.  1.  3.]]
print(np.linalg.pinv(np.array([[1, 2], [3, 4], [5, 6]])), np.linalg.lstsq(np.array([[0, 1], [1, 1], [2, 1], [3, 1]]), np.array([-1, .2, .9, 2.1]), rcond=None))  # => [[-1.33333333 -0.33333333  0.66666667]
# =>  [ 1.08333333  0.33333333 -0.41666667]] (array([ 1.  , -0.95]), array([0.05]), np.int32(2), array([4.10003045, 1.09075677]))
print(np.linalg.norm([3, 4]), np.linalg.norm(A), np.linalg.norm(A, 1), np.linalg.norm(A, np.inf), np.linalg.norm(A, 2), np.linalg.norm(A, 'nuc'), np.linalg.norm([1, 2, 3], 3), np.linalg.norm([1, 0, 3], 0), np.linalg.norm(A, axis=1), np.linalg.norm(A, ord=1, axis=0), np.linalg.norm([1, -2], -np.inf), np.linalg.norm(A, -1), np.linalg.norm(A, 'fro'))  # => 5.0 5.477225575051661 6.0 7.0 5.464985704219043 5.8309518948453 3.3019272488946263 2.0 [2.23606798 5.        ] [4. 6.] 1.0 4.0 5.477225575051661
print(np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 10), np.linalg.matrix_power(A, -1), np.linalg.matrix_power(A, 0), np.linalg.slogdet(A), np.linalg.multi_dot([A, A, A]))  # => [[89 55]
# =>  [55 34]] [[-2.   1. ]
# =>  [ 1.5 -0.5]] [[1. 0.]
# =>  [0. 1.]] SlogdetResult(sign=np.float64(-1.0), logabsdet=np.float64(0.6931471805599455)) [[ 37.  54.]
# =>  [ 81. 118.]]
print(np.linalg.det(np.array([A, 2 * A])), np.linalg.inv(np.array([A, 2 * A])), np.linalg.det(np.eye(3)), np.linalg.det([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))  # => [-2. -8.] [[[-2.    1.  ]
# =>   [ 1.5  -0.5 ]]
# => 
# =>  [[-1.    0.5 ]
# =>   [ 0.75 -0.25]]] 1.0 0.0
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)  # => LinAlgError Singular matrix
    # => LinAlgError Last 2 dimensions of the array must be square
    # => LinAlgError 1-dimensional array given. Array must be at least two-dimensional
    # => LinAlgError Matrix is not positive definite
    # => ValueError solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size 3 is different from 2)
    # => LinAlgError Singular matrix
t(lambda: np.linalg.inv([[1, 2], [2, 4]])); t(lambda: np.linalg.inv([[1, 2, 3], [2, 4, 5]])); t(lambda: np.linalg.inv([1, 2])); t(lambda: np.linalg.cholesky([[1, 2], [2, 1]])); t(lambda: np.linalg.solve(A, [1, 2, 3])); t(lambda: np.linalg.solve([[0., 0.], [0., 0.]], [1, 2]))
try: np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError as e: print('LinAlgError', e)  # => LinAlgError Singular matrix
print(np.linalg.inv(np.array([[1, 2], [3, 4]], dtype=np.float32)).dtype, np.linalg.eigvals(np.array([[1., 2.], [0., 3.]])), np.linalg.eig(np.array([[1., 0.], [2., 3.]])), np.linalg.eigvals(np.diag([3., 1., 2.])))  # => float32 [1. 3.] EigResult(eigenvalues=array([3., 1.]), eigenvectors=array([[ 0.        ,  0.70710678],
# =>        [ 1.        , -0.70710678]])) [3. 1. 2.]
rs = np.random.RandomState(0); M = rs.randn(4, 4)
print(np.linalg.eig(M)); print(np.linalg.svd(M)); print(np.linalg.eigh(M @ M.T)); print(np.linalg.qr(rs.randn(4, 2))); print(np.linalg.inv(M)); print(np.linalg.det(M))  # => EigResult(eigenvalues=array([ 2.96613628, -1.37642986,  0.14674867, -0.47196273]), eigenvectors=array([[-0.83545252, -0.05321639, -0.49059225, -0.08380135],
# =>        [-0.428366  ,  0.95459265, -0.08034243, -0.89552727],
# =>        [-0.18227132, -0.29143538,  0.86761375, -0.25502871],
# =>        [-0.29205963,  0.03140572, -0.01052271,  0.35492056]]))
# => SVDResult(U=array([[-0.83309488,  0.26444199,  0.22111652, -0.43258622],
# =>        [-0.42339353, -0.79138249, -0.42601406,  0.11385818],
# =>        [-0.25312531,  0.54356371, -0.62438485,  0.50060926],
# =>        [-0.2502367 , -0.09122871,  0.61624919,  0.74114496]]), S=array([3.58160122, 2.20431062, 0.37585524, 0.095292  ]), Vh=array([[-0.67697297, -0.01507042, -0.38116327, -0.62944026],
# =>        [-0.51580648,  0.49507776, -0.20653175,  0.66797179],
# =>        [ 0.34027016,  0.86050719, -0.01262229, -0.37892516],
# =>        [-0.39983432,  0.11915652,  0.90105487, -0.11846673]]))
# => EighResult(eigenvalues=array([9.08056552e-03, 1.41267160e-01, 4.85898529e+00, 1.28278673e+01]), eigenvectors=array([[ 0.43258622,  0.22111652, -0.26444199, -0.83309488],
# =>        [-0.11385818, -0.42601406,  0.79138249, -0.42339353],
# =>        [-0.50060926, -0.62438485, -0.54356371, -0.25312531],
# =>        [-0.74114496,  0.61624919,  0.09122871, -0.2502367 ]]))
# => QRResult(Q=array([[-0.48233027,  0.25963675],
# =>        [-0.10106696, -0.80892569],
# =>        [ 0.8241761 , -0.12108223],
# =>        [-0.27906404, -0.51338785]]), R=array([[-3.09762661,  0.93108329],
# =>        [ 0.        ,  0.93951026]]))
# => [[ 2.11085143 -0.59820592 -2.74511783 -2.48320948]
# =>  [ 0.02821503 -1.00893094 -0.68038028  2.31819805]
# =>  [-4.03395824  1.21012513  4.73060099  7.02254523]
# =>  [ 0.54141147  0.12254136  0.2163297  -1.52633955]]
# => 0.2827659277931275
C = np.cov(rs.randn(3, 50)); w, v = np.linalg.eigh(C); print(w, v); w, v = np.linalg.eig(C); print(w, v)  # => [0.75138914 1.02386581 1.16136584] [[ 0.64248299  0.29592237  0.70685611]
# =>  [ 0.00489409  0.92082406 -0.38994755]
# =>  [-0.76628432  0.25399409  0.59016552]]
# => [0.75138914 1.16136584 1.02386581] [[ 0.64248299  0.70685611  0.29592237]
# =>  [ 0.00489409 -0.38994755  0.92082406]
# =>  [-0.76628432  0.59016552  0.25399409]]
P = np.array([[.9, .1, 0], [.2, .7, .1], [0, .3, .7]]); w, v = np.linalg.eig(P.T); print(w); print(v); i = np.argmax(w.real); print((v[:, i] / v[:, i].sum()).real)  # => [0.5 1.  0.8]
# => [[-0.40824829 -0.88465174 -0.81649658]
# =>  [ 0.81649658 -0.44232587  0.40824829]
# =>  [-0.40824829 -0.14744196  0.40824829]]
# => [0.6 0.3 0.1]
x = np.linalg.solve(np.array([[3, 1], [1, 2]]), np.array([9, 8])); print(x, np.linalg.eigvals(np.array([[4, 1], [2, 3]])), np.linalg.eigvals([[0, 1], [-2, -3]]))  # => [2. 3.] [5. 2.] [-1. -2.]

