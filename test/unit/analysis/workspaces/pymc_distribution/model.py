import pymc as pm

from dists import ar1_dist

with pm.Model() as model:
    rho = pm.Uniform("rho", -1, 1)
    latent = pm.CustomDist("latent", rho, dist=ar1_dist, shape=(8,))
    print(pm.draw(latent, draws=3))
