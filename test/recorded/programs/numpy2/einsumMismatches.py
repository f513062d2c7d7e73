"""What np.einsum says of operands whose lengths do not agree."""
import numpy as np

pair, wide, line = np.ones((2, 3)), np.ones((2, 4)), np.ones(5)
for subscripts, operands in [('ij,jk->ik', (pair, pair)), ('ij,ij->j', (pair, wide)), ('i,ij', (line, pair)), ('i,i', (line, np.ones(4))),
                             ('ii', (pair,)), ('ii->i', (pair,)), ('ii,i->i', (pair, line)), ('bij,bjk->bik', (np.ones((2, 3, 4)), np.ones((2, 3, 4)))), ('...i,...i', (pair, wide)),
                             ('zi,ia->az', (pair, wide)), ('kl,lk,k', (pair, np.ones((3, 2)), line))]:
    try:
        print(np.einsum(subscripts, *operands))
    except ValueError as error:
        print(subscripts, error)
