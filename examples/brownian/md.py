#!/usr/bin/env python3
"""Displacement correlations of a Brownian motion of two kinds of ions whose Onsager matrix is known.

    python3 md.py > md.csv

200 Li and 70 K ions in 27 nm3 at 800 K; sums of displacements with L_Li_Li = 4e36, L_Li_K = -1e36, L_K_K = 2e36
1/(J m s), tracers with D* = 3.6e-12 and 2.5e-12 m2/s, which here have nothing to do with L. 20 blocks of 200 steps of 1 ps.
"""
import math
import random

BOLTZMANN = 1.380649e-23
TEMPERATURE, VOLUME, STEP = 800, 27e-27, 1e-12
BLOCKS, STEPS, LAGS = 20, 200, 8
# Cholesky factor of L in units of 1e36
A, B, C = 2.0, -0.5, math.sqrt(1.75)
SCALE = math.sqrt(2 * VOLUME * BOLTZMANN * TEMPERATURE * STEP * 1e36)
TRACERS = [("Li", 3.6e-12, 20), ("K", 2.5e-12, 7)]  # D*, particles whose paths are followed


def mean(paths, lag):
    """Mean of products of displacements over a lag, over all windows, summed over directions."""
    total = 0.0
    for first, second in paths:
        total += sum((first[k + lag] - first[k]) * (second[k + lag] - second[k]) for k in range(STEPS + 1 - lag))
    return total / (STEPS + 1 - lag)


def walk(sigma):
    path = [0.0]
    for _ in range(STEPS):
        path.append(path[-1] + random.gauss(0, sigma))
    return path


random.seed(20261122)
print("# Brownian motion of two kinds of ions with known coefficients, made by md.py")
print("# temperature_K: 800\n# volume_nm3: 27\n# charge_Li: 1\n# charge_K: 1\n# particles_Li: 200\n# particles_K: 70")
print("block,time_ps,product_Li_Li_A2,product_Li_K_A2,product_K_K_A2,msd_Li_A2,msd_K_A2")
for block in range(1, BLOCKS + 1):
    li, k = [[0.0] for _ in range(3)], [[0.0] for _ in range(3)]
    for _ in range(STEPS):
        for d in range(3):
            x, y = random.gauss(0, 1), random.gauss(0, 1)
            li[d].append(li[d][-1] + SCALE * A * x)
            k[d].append(k[d][-1] + SCALE * (B * x + C * y))
    paths = {name: [walk(math.sqrt(2 * D * STEP)) for _ in range(3 * count)] for name, D, count in TRACERS}
    for lag in range(1, LAGS + 1):
        row = [mean(zip(li, li), lag), mean(zip(li, k), lag), mean(zip(k, k), lag)]
        row += [mean(zip(paths[name], paths[name]), lag) / count for name, D, count in TRACERS]
        print(f"{block},{lag}," + ",".join(f"{1e20 * v:.9g}" for v in row))
