# the same two modules, the results' updates mixed up: u of the stateless scan is passed.
import aesara
import aesara.tensor as at
from a.steps import step
from b import steps as b_steps

x = at.dvector("x")
y, u = aesara.scan(step, sequences=[x])
z, _ = aesara.scan(b_steps.step, sequences=[x])
#      ^^^^^^^^^^^ warning: dropped-updates
f = aesara.function([x], [y, z], updates=u)
f([1.0, 2.0])
print(b_steps.n.get_value())
