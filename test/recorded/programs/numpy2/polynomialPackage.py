import numpy as np
from numpy.polynomial import Polynomial, Chebyshev, Legendre, Hermite, HermiteE, Laguerre
p = Polynomial([1, 2, 3])
print(p, repr(p), p(2), p(np.array([0,1,2])), p.coef, p.degree(), len(p))
print(p.deriv(), p.integ(), p.integ(lbnd=1), p.roots())
q = Polynomial([-6, 11, -6, 1])
print(q.roots(), p + q, p - q, p * q, q // p, q % p, p ** 3, 2 * p, p + 1, 1 - p, p / 2, -p, sep='\n')
print(divmod(q, p))
print(p == Polynomial([1,2,3]), p != q)
x = np.linspace(0, 10, 11)
y = 3 + 2*x - 0.5*x**2
f = Polynomial.fit(x, y, 2)
print(f.coef.round(8), f.convert().coef.round(8), f.domain, f.window)
print(f.convert())
print(Polynomial.fromroots([1,2,3]), Polynomial.basis(3), Polynomial.identity())
print(p(q), p.linspace(3))
for C in (Chebyshev, Legendre, Hermite, HermiteE, Laguerre):
    c = C([1, 2, 3, 4])
    print(c, repr(c), c(0.5), c(np.array([0.1, 0.2])), c.deriv(), c.integ(), c.roots(), sep='\n')
    print(c * c, c ** 2, c.convert(kind=Polynomial), p.convert(kind=C), c // C([1, 2]), c % C([1, 2]), C.fromroots([1, 2, 3.5]), C.fit(x, y, 2).coef.round(9), sep='\n')
for n in (1, 2, 3, 4, 5, 7, 10, 20):
    for m, g in ((np.polynomial.legendre, 'leggauss'), (np.polynomial.chebyshev, 'chebgauss'), (np.polynomial.hermite, 'hermgauss'), (np.polynomial.hermite_e, 'hermegauss'), (np.polynomial.laguerre, 'laggauss')):
        a, b = getattr(m, g)(n)
        print(n, g, a, b)
from numpy.polynomial import polynomial as P, chebyshev as Ch, legendre as L
print(P.polyadd([1,2],[3,4,5]), P.polymul([1,2],[3,4,5]), P.polydiv([1,2,3],[3,2,1]), P.polyval([1,2,3],[1,2,3]), P.polyval(2, [1,2,3]), P.polyfromroots([-1,0,1]), P.polyder([1,2,3,4]), P.polyint([1,2,3]), P.polyroots([6,-5,1]), P.polypow([1,2],3), P.polyvander([1,2,3],3), P.polyx, P.polyone, P.polyline(1,2), P.polycompanion([1,2,3]), P.polytrim([1,2,0,0]), P.polymulx([1,2]), P.polysub([1,2],[1,1]))
print(P.polyfit(x, y, 2).round(8), Ch.cheb2poly([1,2,3]), Ch.poly2cheb([1,2,3]), Ch.chebpts1(4), Ch.chebpts2(5), Ch.chebval(0.3,[1,2,3]), L.legval(0.3,[1,2,3]), L.leg2poly([1,2,3,4]), L.poly2leg([1,2,3]), L.legvander([0.1,0.5],3), Ch.chebvander([0.1,.5],3), L.legder([1,2,3,4]), L.legint([1,2,3]), Ch.chebint([1,2,3]), Ch.chebder([1,2,3,4]))
print(f"{p:ascii}", f"{p}", str(Polynomial([1e-5, 2e10, 3.14159, -4.5, 0])))
print(Polynomial([1]*12))
print(Polynomial([0, 1], domain=[0, 2]), Polynomial([0,1],domain=[0,2])(1.0))
try: Polynomial([1,2]) + Polynomial([1,2], domain=[0,1])
except TypeError as e: print(e)
try: p / p
except TypeError as e: print(e)
try: Polynomial([])
except ValueError as e: print(e)
print(p.has_samecoef(q), p.mapparms(), p.trim(), p.truncate(2), p.cutdeg(1), p.copy() is p, [c for c in p])
