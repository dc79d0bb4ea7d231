"""Writes the reference tables of npp-sed's shapes and fillings with mpmath. Run in this directory: python3 shape_values.py

Inputs are doubles, written so that reading them gives the same double back. Integrals are tanh-sinh quadratures of the
defining formulas, 40 digits in working precision, on pieces that double in length away from where the integrand is
greatest; quantiles are roots; derivatives are difference quotients (mpmath.diff) of the defining formula.
"""

import random

import mpmath
from mpmath import diff, erfc, exp, findroot, log, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 40
BOLTZMANN = mpf("1.380649e-23")
WIDTH = 2 * sqrt(2 * log(mpf(2)))


def npdf(u):
    return exp(-u * u / 2) / sqrt(2 * pi)


def ncdf(u):
    return erfc(-u / sqrt(mpf(2))) / 2


def table(name, columns, rows):
    with open(name, "w", newline="\n") as out:
        out.write("# generator: shape_values.py, mpmath %s\n" % mpmath.__version__)
        out.write("# precision: 40 digits in, 32 digits out\n")
        out.write("# command: python3 shape_values.py\n")
        out.write(columns + "\n")
        for inputs, outputs in rows:
            out.write(",".join([repr(float(x)) if isinstance(x, float) else str(x) for x in inputs]
                               + [nstr(x, 32) for x in outputs]) + "\n")


def scaled(f, points):
    """Integral of f; mpmath.quad stops at an absolute error, so f is brought to order 1 first."""
    greatest = max(abs(f(x)) for x in points) * (points[-1] - points[0])
    return greatest * quad(lambda x: f(x) / greatest, points)


def outwards(f, start, sign, scale, reach):
    """Integral of f from start, where it is greatest within a factor, to start + sign * reach, on pieces that double."""
    unit = f(start) * scale
    total = outwards_of_order_one(lambda x: f(x) / unit, start, sign, scale, reach)
    return unit * total


def outwards_of_order_one(f, start, sign, scale, reach):
    total, a, length = mpf(0), mpf(0), mpf(scale)
    while a < reach:
        b = min(mpf(reach), a + length)
        total += sign * quad(f, [start + sign * a, start + sign * b]) if b > a else 0
        a, length = b, 2 * length
    return total


# Gauss-Fermi integral -----------------------------------------------------------------------------------------------

def gauss_fermi(zeta, s, slope):
    def f(e):
        t = exp(e - zeta)
        return exp(-e * e / (2 * s * s)) / (s * sqrt(2 * pi)) * (t / (1 + t) ** 2 if slope else 1 / (1 + t))
    points = sorted({-s * s - 60 * s, s * s + 60 * s} | {k * s for k in range(-14, 15, 2)} | {-s * s + k * s for k in range(-14, 15, 2)}
                    | {zeta + 4 * k for k in range(-12, 13) if abs(zeta + 4 * k) < s * s + 60 * s})
    return scaled(f, points)


def gauss_fermi_table():
    rows = []
    for k in range(80):
        s = [random.uniform(0.02, 1), random.uniform(1, 4), random.uniform(4, 10)][k % 3]
        zeta = random.uniform(-60, 60) if k % 2 else random.uniform(-1, 1) * (s * s + 5)
        zeta = max(-60.0, min(60.0, zeta))
        rows.append(((zeta, s), [gauss_fermi(mpf(zeta), mpf(s), slope) for slope in (False, True)]))
    table("gauss-fermi.csv", "zeta,s,value,derivative", rows)


# Skew-normal --------------------------------------------------------------------------------------------------------

class Skew:
    def __init__(self, fwhm, gamma):
        r = (2 * abs(gamma) / (4 - pi)) ** (mpf(2) / 3)
        self.m = mpmath.sign(gamma) * sqrt(r / (1 + r))
        delta = self.m * sqrt(pi / 2)
        self.alpha = delta / sqrt(1 - delta * delta)
        a = self.alpha

        def h(u):
            return log(2 * npdf(u) * ncdf(a * u))

        def slope(u):
            return a * npdf(a * u) / ncdf(a * u) - u

        peak = findroot(slope, (mpf(-1), mpf(1)), solver="anderson", tol=mpf(10) ** -70, maxsteps=300)
        level = h(peak) - log(mpf(2))
        ends = [findroot(lambda u: h(u) - level, (peak + d * mpf("0.05"), peak + d * mpf("1.3")), solver="anderson",
                         tol=mpf(10) ** -70, maxsteps=300) for d in (-1, 1)]
        self.omega = fwhm / (ends[1] - ends[0])

    def u(self, energy):
        return energy / self.omega + self.m

    def density(self, energy):
        u = self.u(energy)
        return 2 * npdf(u) * ncdf(self.alpha * u) / self.omega

    def share(self, energy, sign):
        """Below (sign -1) or above (1)."""
        u = self.u(energy)
        scale = 1 / (1 + abs(u) * (1 + self.alpha ** 2))
        return outwards(lambda t: 2 * npdf(t) * ncdf(self.alpha * t), u, sign, scale, 40 + abs(u))

    def quantile(self, p, sign, start):
        e = mpf(start)
        for _ in range(60):
            g = self.share(e, sign)
            step = sign * g / self.density(e) * log(g / p)
            e += step
            if abs(step) < mpf(10) ** -30 * self.omega:
                return e
        raise ValueError(p)


def skew_normal():
    rows = []
    for k in range(55):
        gamma = [0.7, -0.7, 0.99, -0.99, 0.1, -0.3, 0.95, 1e-3, 0.5, -0.9, 1e-6][k % 11]
        fwhm = random.uniform(0.5, 2)
        shape = Skew(mpf(fwhm), mpf(gamma))
        u = random.uniform(-4, 4) if k % 3 else random.uniform(-9, 9)
        while True:
            energy = float((mpf(u) - shape.m) * shape.omega)
            e = mpf(energy)
            below, above = shape.share(e, -1), shape.share(e, 1)
            if min(below, above) > mpf(10) ** -300:
                break
            u /= 2
        tail = -1 if below < above else 1
        p = float(min(below, above))
        quantile = shape.quantile(mpf(p), tail, e)
        # At fixed energy G changes by dG; at fixed G the energy by -dG/g.
        by_skewness = -diff(lambda t: Skew(mpf(fwhm), t).share(e, tail), mpf(gamma), h=mpf(10) ** -12 * abs(mpf(gamma))) \
            / shape.density(e) * -tail
        rows.append(((fwhm, gamma, energy, p), (shape.density(e), below, above, quantile, by_skewness)))
    table("skew-normal.csv", "fwhm,skewness,energy,tail,density,below,above,tail_quantile,by_skewness", rows)


# Mixtures -----------------------------------------------------------------------------------------------------------

MIXTURES = [[(1.0, 0.0, 1.0), (1.0, 2.0, 0.5)], [(0.9, -1.0, 1.0), (0.1, 3.0, 0.25)],
            [(2.0, 0.0, 1.0), (1.0, 0.5, 3.0), (1e-3, 6.0, 0.2)]]


class Mixture:
    def __init__(self, index):
        self.parts = [(mpf(w), mpf(c), mpf(f) / WIDTH) for w, c, f in MIXTURES[index]]
        self.total = sum(w for w, _, _ in self.parts)

    def density(self, e):
        return sum(w * npdf((e - c) / s) / s for w, c, s in self.parts) / self.total

    def share(self, e, sign):
        return sum(w * ncdf(-sign * (e - c) / s) for w, c, s in self.parts) / self.total

    def quantile(self, p, sign):
        low, high = mpf(-60), mpf(60)
        while high - low > mpf(10) ** -36:
            middle = (low + high) / 2
            below = self.share(middle, sign) < p
            low, high = (middle, high) if below == (sign < 0) else (low, middle)
        return (low + high) / 2


def mixture():
    rows = []
    for k in range(150):
        index = k % 3
        shape = Mixture(index)
        energy = random.uniform(-8, 9)
        p = random.uniform(0.001, 0.5) if k % 2 else 10 ** random.uniform(-300, -1)
        e = mpf(energy)
        rows.append(((index, energy, p), (shape.density(e), shape.share(e, -1), shape.share(e, 1),
                                          shape.quantile(mpf(p), -1), shape.quantile(mpf(p), 1))))
    table("mixture.csv", "mixture,energy,probability,density,below,above,quantile,complementary_quantile", rows)


# Fillings at temperature --------------------------------------------------------------------------------------------

def filling_shapes():
    s = mpf("1e-20") / WIDTH
    skew = Skew(mpf("1e-20"), mpf(0.7))
    two = [(mpf(0.75), mpf(0), mpf("1e-20") / WIDTH), (mpf(0.25), mpf("2e-20"), mpf("0.5e-20") / WIDTH)]
    return {
        "gaussian": (lambda e: npdf(e / s) / s, [2 * k * s for k in range(-19, 20)]),
        "box": (lambda e: 1 / mpf("1e-20"), [mpf("1e-20") * k / 40 for k in range(0, 41)]),
        "exponential": (lambda e: exp(e / mpf("1e-20")) / mpf("1e-20"), [mpf("1e-20") * 2 * k for k in range(-35, 1)]),
        "mixture": (lambda e: sum(w * npdf((e - c) / d) / d for w, c, d in two), [mpf("1e-20") * k / 2 for k in range(-25, 26)]),
        "skew_normal": (skew.density, [mpf("1e-20") * k / 2 for k in range(-16, 33)]),
    }


def fermi():
    rows = []
    for name, (g, points) in filling_shapes().items():
        # The inputs of the test are doubles; 1e-20, 2e-20 and 0.5e-20 are taken as their decimal values: 1e-16 relative.
        for k in range(8):
            temperature = 10 ** random.uniform(1.5, 3.5) if k else 300.0
            kt = BOLTZMANN * mpf(temperature)
            level = float(mpf("1e-20") * random.uniform(-3, 2)) if k % 3 else float(mpf(random.uniform(-40, 2)) * kt)
            mu = mpf(level)
            near = [mu + j * kt for j in range(-40, 41, 2) if points[0] < mu + j * kt < points[-1]]
            pieces = sorted(set(points + near))

            def integral(f):
                return scaled(lambda e: g(e) * f((e - mu) / kt), pieces)

            def fd(x):
                return 1 / (1 + exp(x))

            p = integral(fd)
            partly = integral(lambda x: fd(x) * fd(-x))
            moment = integral(lambda x: fd(x) * fd(-x) * x)
            vacant = integral(lambda x: fd(-x))
            rows.append(((name, temperature, level), (p, vacant, partly / kt, p / partly, -BOLTZMANN * moment / partly)))
    table("fermi.csv", "shape,temperature_K,level_J,filling,vacant,filling_by_level_per_J,thermodynamic_factor,"
          "level_by_temperature_J_per_K", rows)


# Closed forms -------------------------------------------------------------------------------------------------------

def exponential():
    rows = []
    for k in range(120):
        decay = random.uniform(0.3, 3)
        energy = -decay * (random.uniform(0, 3) if k % 2 else random.uniform(0, 680))
        p = random.uniform(0.001, 1) if k % 3 else 10 ** random.uniform(-300, -1)
        x = mpf(energy) / mpf(decay)
        rows.append(((decay, energy, p), (exp(x) / mpf(decay), exp(x), -mpmath.expm1(x), mpf(decay) * log(mpf(p)),
                                          mpf(decay) * mpmath.log1p(-mpf(p)))))
    table("exponential.csv", "decay,energy,probability,density,below,above,quantile,complementary_quantile", rows)


def log_cumulative():
    points = [random.uniform(-38, 8) for _ in range(100)] + [-10 ** random.uniform(0, 8) for _ in range(60)]
    table("log-cumulative.csv", "u,log_cumulative", [((u,), (log(ncdf(mpf(u))),)) for u in sorted(points)])


for number, write in enumerate((mixture, skew_normal, gauss_fermi_table, fermi, exponential, log_cumulative)):
    random.seed(20260102 + number)
    write()
