"""Minimax polynomials of BernoulliKernel for |x| < LIMIT, by the Remez exchange in 60 digits.

    (x/2) coth(x/2) = 1 + s P(s),    B'(x) = -1/2 + x Q(s),    s = x^2

Prints the coefficients, lowest first, rounded to double, and the largest errors of s P and x Q before rounding.
Run: python3 bernoulli_minimax.py
"""

import mpmath as mp

mp.mp.dps = 60
LIMIT = mp.mpf(1)
DEGREE = 7


def even(s):
    if s < mp.mpf("1e-8"):
        return mp.mpf(1) / 12 - s / 720 + s**2 / 30240 - s**3 / 1209600
    x = mp.sqrt(s)
    return ((x / 2) * mp.coth(x / 2) - 1) / s


def odd(s):
    if s < mp.mpf("1e-8"):
        return mp.mpf(1) / 6 - s / 180 + s**2 / 5040 - s**3 / 151200
    h = mp.sqrt(s) / 2
    return (mp.coth(h) / 2 - h / 2 / mp.sinh(h) ** 2) / (2 * h)


def solve(f, nodes):
    size = len(nodes)
    a = mp.matrix(size, size)
    y = mp.matrix(size, 1)
    for i, s in enumerate(nodes):
        for j in range(size - 1):
            a[i, j] = s**j
        a[i, size - 1] = (-1) ** i
        y[i] = f(s)
    c = mp.lu_solve(a, y)
    return [c[j] for j in range(size - 1)]


def remez(f, end):
    count = DEGREE + 2
    nodes = [end * (1 - mp.cos(mp.pi * i / (count - 1))) / 2 for i in range(count)]
    grid = [end * (1 - mp.cos(mp.pi * i / 800)) / 2 for i in range(801)]
    for _ in range(12):
        c = solve(f, nodes)
        errors = [mp.polyval(c[::-1], s) - f(s) for s in grid]
        runs = []
        for i, e in enumerate(errors):
            if runs and errors[runs[-1]] * e > 0:
                if abs(e) > abs(errors[runs[-1]]):
                    runs[-1] = i
            else:
                runs.append(i)
        if len(runs) != count:
            break
        nodes = [grid[i] for i in runs]
    return c, max(abs(e) for e in errors)


for name, f, scale in (("P", even, LIMIT**2), ("Q", odd, LIMIT)):
    c, error = remez(f, LIMIT**2)
    print(name, [float(v) for v in c], "error", mp.nstr(error * scale, 3))
