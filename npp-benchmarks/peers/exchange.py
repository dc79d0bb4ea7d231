#!/usr/bin/env python3
"""One of the three exchanges (K, Rb, Cs for Li) with SciPy's solve_ivp, which solves ODEs only: the electroneutral model.

    python3 exchange.py D_M[m^2/s] CELLS RTOL ATOL LSODA|BDF|Radau REPEATS OUT.csv

CELLS equal cells in the first 130 nm, growing by 1.15 below. The potential drop of each edge follows from the total
flux, v = J_Li + J_M; the Jacobian is analytic and tridiagonal (banded for LSODA, sparse for the others). Prints the
seconds of the fastest of REPEATS runs, nodes, and evaluations of right-hand side and Jacobian. Lengths in nm, times in
durations (2e5 s).
"""
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp
from scipy.sparse import diags
from scipy.special import ndtri

FINE, THICKNESS, GROWTH, VELOCITY, DURATION = 130.0, 5e5, 1.15, 100.0, 2e5
KT, VACANT, LEAST = 0.025851999786435, 0.10, 1e-14
WIDTH = 0.250 / 2.3548200450309493 / KT


def mesh(cells):
    steps = [FINE / cells] * cells
    while sum(steps) < THICKNESS:
        steps.append(steps[-1] * GROWTH)
    x = np.concatenate([[0], np.cumsum(steps)])
    x[-1] = THICKNESS
    return x


class Exchange:
    def __init__(self, foreign, cells):
        self.x = mesh(cells)
        self.h = np.diff(self.x)
        self.v = np.zeros_like(self.x)
        self.v[:-1] += self.h / 2
        self.v[1:] += self.h / 2
        self.d_m = foreign * 1e18 * DURATION
        self.d_li = 1e-17 * 1e18 * DURATION
        self.drop = np.zeros_like(self.h)

    def diffusivity(self, c):
        inside = np.clip(c, LEAST, 1.1)
        z = ndtri((1 - VACANT) * inside)
        d = self.d_li * np.exp(WIDTH * (z - ndtri(1 - VACANT)))
        slope = d * WIDTH * (1 - VACANT) * np.sqrt(2 * np.pi) * np.exp(z * z / 2)
        return d, np.where(inside == c, slope, 0)

    def fluxes(self, c):
        """Flux of Li through every edge, with its derivatives to the left and the right fraction."""
        d, slope = self.diffusivity(c)
        l, r, cl, cr = d[:-1], d[1:], c[:-1], c[1:]
        # the current drives Li to the right everywhere: upwind is left
        q = np.log(l / r)
        share = 1 / (1 + q**4)
        excess = (r - l) / 2
        edge = l + excess * share
        bend = -4 * q**3 * share**2 * excess
        by_l = (1 - share / 2 + bend / l) * slope[:-1]
        by_r = (share / 2 - bend / r) * slope[1:]
        sl = edge * cl + self.d_m * (1 - cl)
        sr = edge * cr + self.d_m * (1 - cr)
        x = self.drop
        for _ in range(50):
            plus, minus, b = bernoulli(x)
            f = plus * sl - minus * sr - VELOCITY * self.h
            f_x = b * sl - (1 + b) * sr
            x = x - f / f_x
            if np.max(np.abs(f / f_x) / (1 + np.abs(x))) < 1e-10:
                break
        plus, minus, b = bernoulli(x)
        self.drop = x
        f_x = b * sl - (1 + b) * sr
        x_l = -(plus * (edge - self.d_m + cl * by_l) - minus * cr * by_l) / f_x
        x_r = -(plus * cl * by_r - minus * (edge - self.d_m + cr * by_r)) / f_x
        per_d = (plus * cl - minus * cr) / self.h
        by_x = edge / self.h * (b * cl - (1 + b) * cr)
        return (edge * per_d, per_d * by_l + by_x * x_l + edge / self.h * plus,
                per_d * by_r + by_x * x_r - edge / self.h * minus)

    def rate(self, t, c):
        flux = self.fluxes(c)[0]
        rate = np.zeros_like(c)
        rate[:-1] -= flux
        rate[1:-1] += flux[:-1]
        return rate / self.v

    def bands(self, c):
        """Lower, main and upper diagonal."""
        _, by_l, by_r = self.fluxes(c)
        main = np.zeros_like(c)
        main[:-1] -= by_l
        main[1:-1] += by_r[:-1]
        lower = np.append(by_l[:-1], 0)
        return lower / self.v[1:], main / self.v, -by_r / self.v[:-1]

    def packed(self, t, c):
        lower, main, upper = self.bands(c)
        return np.array([np.insert(upper, 0, 0), main, np.append(lower, 0)])

    def sparse(self, t, c):
        return diags(self.bands(c), [-1, 0, 1], format="csc")


def bernoulli(x):
    y = np.maximum(np.abs(x), 1e-3)
    y = np.minimum(y, 600)
    w = np.expm1(y)
    small = np.abs(x) < 1e-3
    a = np.abs(x)
    b = np.where(small, 1 - a / 2 + a * a / 12, y / w)
    s = np.where(small, -0.5 + a / 6, -((y - 1) + b) / w)
    return np.where(x < 0, a + b, b), np.where(x < 0, b, a + b), np.where(x < 0, -1 - s, s)


def main():
    foreign, cells, rtol, atol, method, repeats, out = sys.argv[1:]
    best = np.inf
    for _ in range(int(repeats)):
        problem = Exchange(float(foreign), int(cells))
        options = (dict(lband=1, uband=1, jac=problem.packed) if method == "LSODA" else dict(jac=problem.sparse))
        begin = time.perf_counter()
        run = solve_ivp(problem.rate, (0, 1), np.ones_like(problem.x), method=method, t_eval=[1],
                        rtol=float(rtol), atol=float(atol), **options)
        best = min(best, time.perf_counter() - begin)
        if not run.success:
            sys.exit(run.message)
    c = run.y[:, -1]
    with open(out, "w") as file:
        file.write("depth_m,potential_V,Li_fraction,M_fraction\n")
        for k in range(len(c)):
            file.write("%.9e,0,%.9e,%.9e\n" % (1e-9 * problem.x[k], c[k], 1 - c[k]))
    print("%.6f %d %d %d" % (best, len(c), run.nfev, run.njev))


main()
