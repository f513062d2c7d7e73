# two step functions with the same name in two modules; the counting one is used in b only and passed; a drops nothing: clean.
import aesara
import aesara.tensor as at
from a.steps import step
from b import steps as b_steps

x = at.dvector("x")
y, _ = aesara.scan(step, sequences=[x])
z, u = aesara.scan(b_steps.step, sequences=[x])
f = aesara.function([x], [y, z], updates=u)
f([1.0, 2.0])
print(b_steps.n.get_value())
