"""Writes the reference table of two ions on shared sites with mpmath. Run in this directory: python3 reference_values.py

Averages over correlated normal energies by Gauss-Legendre quadrature, 24 nodes to intervals of length 1 in each of two
independent normal deviates, at 34 digits; where the correlation is 1 or one width 0 the average is one-dimensional. The
widths, the correlation and the potentials are doubles.
"""

import mpmath
from mpmath import exp, mp, mpf, nstr, pi, sqrt

mp.dps = 34
CASES = [
    # alpha, beta, r, mu_0/kT, mu_1/kT
    (4.0, 4.0, 0.0, -3.0, -2.0),
    (4.0, 4.0, 0.5, 2.0, 0.5),
    (4.0, 3.0, 1.0, 3.0, 1.0),
    (4.0, 2.5, -0.7, -1.0, 2.0),
    (1.0, 2.0, 0.25, 0.5, -4.0),
    (6.0, 5.0, 0.875, 5.0, -8.0),
    (3.0, 0.0, 0.0, -2.0, -1.0),
    (4.0, 4.0, 0.5, -20.0, -3.0),
    (2.0, 3.0, -1.0, 0.0, 1.0),
    (0.0, 0.0, 0.0, 1.0, -1.0),
]


def legendre(count):
    nodes = []
    for k in range(count):
        x = mpmath.cos(pi * (k + mpf(3) / 4) / (count + mpf(1) / 2))
        for _ in range(8):
            p, q = mpf(1), x
            for n in range(2, count + 1):
                p, q = q, ((2 * n - 1) * x * q - (n - 1) * p) / n
            slope = count * (x * q - p) / (x * x - 1)
            x -= q / slope
        nodes.append((x, 2 / ((1 - x * x) * slope * slope)))
    return nodes


GAUSS = legendre(24)


def places(low, high):
    """Places and weights of a normal average over [low, high], whole numbers."""
    return [
        (k + (1 + x) / 2, w / 2 * exp(-((k + (1 + x) / 2) ** 2) / 2) / sqrt(2 * pi))
        for k in range(low, high)
        for x, w in GAUSS
    ]


def averages(alpha, beta, r, zeta0, zeta1):
    across = beta * sqrt(1 - r * r)
    us = places(-22, 16) if alpha > 0 or beta * r != 0 else [(mpf(0), mpf(1))]
    vs = places(-22, 16) if across > 0 else [(mpf(0), mpf(1))]
    across_factor = [(w, exp(-across * v)) for v, w in vs if w > mpf(10) ** -40]
    total = [mpf(0)] * 5
    for u, wu in us:
        e0 = exp(zeta0 - alpha * u)
        along = exp(zeta1 - beta * r * u)
        for wv, factor in across_factor:
            w = wu * wv
            if w < mpf(10) ** -45:
                continue
            e1 = along * factor
            z = 1 / (1 + e0 + e1)
            f0 = e0 * z
            f1 = e1 * z
            total[0] += w * f0
            total[1] += w * f1
            total[2] += w * f0 * f0
            total[3] += w * f0 * f1
            total[4] += w * f1 * f1
    return total


with open("shared-sites.csv", "w", newline="\n") as out:
    out.write("# generator: reference_values.py, mpmath %s\n" % mpmath.__version__)
    out.write("# precision: 34 digits in, 22 digits out\n")
    out.write("# command: python3 reference_values.py\n")
    out.write("alpha,beta,correlation,mu0_over_kT,mu1_over_kT,f0,f1,f0_f0,f0_f1,f1_f1\n")
    for case in CASES:
        result = averages(*[mpf(x) for x in case])
        out.write(",".join([repr(x) for x in case] + [nstr(x, 22) for x in result]) + "\n")
        out.flush()
