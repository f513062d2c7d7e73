import pytensor.tensor as pt

walk_rng = pt.random.shared_rng(seed=1, name="walk_rng")
ou_rng = pt.random.shared_rng(seed=2, name="ou_rng")
