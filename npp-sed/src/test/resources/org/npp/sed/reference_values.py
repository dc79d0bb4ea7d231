"""Writes the reference tables of npp-sed with mpmath, to 35 digits. Run in this directory: python3 reference_values.py

Every number of a table's input columns is a double, written so that reading it gives the same double back.
Quantiles are roots found by Newton's method at 60 digits. Derivatives are difference quotients of the defining
formula at 60 digits (mpmath.diff), not analytic ones.
"""

import random

import mpmath
from mpmath import diff, erfc, exp, log, mp, mpf, nstr, pi, sqrt

mp.dps = 60
BOLTZMANN = mpf("1.380649e-23")
CHARGE = mpf("1.602176634e-19")
WIDTH = 2 * sqrt(2 * log(mpf(2)))


def density(u):
    return exp(-u * u / 2) / sqrt(2 * pi)


def cumulative(u):
    return erfc(-u / sqrt(mpf(2))) / 2


def quantile(p):
    if p > mpf("0.5"):
        return -quantile(1 - p)
    if p == mpf("0.5"):
        return mpf(0)
    low, high = mpf(-39), mpf(0)
    while high - low > mpf("1e-4"):
        middle = (low + high) / 2
        low, high = (middle, high) if cumulative(middle) < p else (low, middle)
    u = (low + high) / 2
    for _ in range(12):
        u -= cumulative(u) / density(u) * log(cumulative(u) / p)
    assert abs(cumulative(u) / p - 1) < mpf(10) ** -50, p
    return u


def table(name, columns, rows):
    with open(name, "w", newline="\n") as out:
        out.write("# generator: reference_values.py, mpmath %s\n" % mpmath.__version__)
        out.write("# precision: 60 digits in, 35 digits out\n")
        out.write("# command: python3 reference_values.py\n")
        out.write(columns + "\n")
        for inputs, outputs in rows:
            out.write(",".join([repr(float(x)) for x in inputs] + [nstr(x, 35) for x in outputs]) + "\n")


def rounded(value):
    """Some inputs short, most with all digits, so that the squares do and do not round."""
    return float("%.3g" % value) if random.random() < 0.2 else value


def standard_normal():
    points = [0.0, -1.0, 1.0, -37.5, 37.5] + [rounded(random.uniform(-37.5, 37.5)) for _ in range(400)]
    points += [rounded(random.uniform(-3, 3)) for _ in range(200)]
    table("standard-normal.csv", "u,density,cumulative",
          [((u,), (density(mpf(u)), cumulative(mpf(u)))) for u in sorted(points)])


def standard_normal_quantile():
    points = [2.2250738585072014e-308, 1e-300, 1e-100, 1e-20, 0.5, 1 - 2.0**-53, 1 - 2.0**-52]
    points += [rounded(10 ** random.uniform(-307, -1)) for _ in range(300)]
    points += [random.uniform(0.01, 0.99) for _ in range(200)]
    points += [1 - 10 ** random.uniform(-15.9, -1) for _ in range(100)]
    points += [0.5 + random.choice([-1, 1]) * 10 ** random.uniform(-15, -1) for _ in range(60)]
    table("standard-normal-quantile.csv", "probability,quantile",
          [((p,), (quantile(mpf(p)),)) for p in sorted(points)])


def gaussian():
    rows = []
    for _ in range(300):
        s = random.uniform(0.02, 0.3) * 1.602176634e-19
        energy = s * random.uniform(-37, 37)
        u = mpf(energy) / mpf(s)
        p = 10 ** random.uniform(-300, -0.01)
        rows.append(((s, energy, p), (density(u) / mpf(s), cumulative(u), mpf(s) * quantile(mpf(p)))))
    table("gaussian.csv", "standard_deviation_J,energy_J,probability,density_per_J,cumulative,quantile_J", rows)


def fermi_energy(fwhm, bulk, vacancy, n):
    return fwhm / WIDTH * quantile(n * (1 - vacancy) / bulk)


def fermi():
    rows = []
    for k in range(80):
        fwhm = random.uniform(0.05, 0.4) * 1.602176634e-19
        bulk = 10 ** random.uniform(27, 29)
        vacancy = [0.1, 10 ** random.uniform(-16, -1), random.uniform(0.2, 0.9)][k % 3]
        site = bulk / (1 - vacancy)
        n = [10 ** random.uniform(-300, -1) * bulk, random.uniform(0.01, 1) * bulk, bulk,
             bulk + random.uniform(0.01, 0.99) * (site - bulk)][k % 4]
        if n >= site:
            n = bulk
        rows.append(((fwhm, bulk, vacancy, n), (fermi_energy(mpf(fwhm), mpf(bulk), mpf(vacancy), mpf(n)),)))
    table("fermi-energy.csv", "fwhm_J,bulk_density_per_m3,vacancy_fraction,density_per_m3,fermi_energy_J", rows)


def diffusivity():
    def law(n, temperature, fwhm, vacancy, bulk_diffusivity, activation, bulk, reference):
        gain = fermi_energy(fwhm, bulk, vacancy, n) - fermi_energy(fwhm, bulk, vacancy, bulk)
        arrhenius = activation / BOLTZMANN * (1 / temperature - 1 / reference)
        return bulk_diffusivity * exp(gain / (BOLTZMANN * temperature) - arrhenius)

    rows = []
    for k in range(48):
        vacancy = random.choice([0.1, 0.1, random.uniform(0.02, 0.6)])
        bulk = 1.41e28
        site = bulk / (1 - vacancy)
        n = [bulk * 10 ** random.uniform(-14, -2), bulk * random.uniform(0.01, 1), bulk * random.uniform(0.9, 1),
             bulk + random.uniform(0, 0.95) * (site - bulk)][k % 4]
        point = [n, random.uniform(200, 900), random.uniform(0.08, 0.35) * 1.602176634e-19, vacancy,
                 10 ** random.uniform(-20, -12), random.choice([0.0, random.uniform(0.3, 1.2) * 1.602176634e-19]),
                 bulk, random.choice([300.0, 323.15, 500.0])]
        exact = [mpf(x) for x in point]
        derivatives = []
        for i in range(6):
            step = exact[i] if exact[i] != 0 else CHARGE

            def along(t, i=i, step=step):
                return law(*[exact[j] + (t * step if j == i else 0) for j in range(8)])

            derivatives.append(diff(along, 0, h=mpf(10) ** -25) / step)
        rows.append((point, [law(*exact)] + derivatives))
    table("diffusivity.csv",
          "density_per_m3,temperature_K,fwhm_J,vacancy_fraction,bulk_diffusivity_m2_per_s,"
          "bulk_activation_energy_J,bulk_density_per_m3,reference_temperature_K,"
          "diffusivity_m2_per_s,by_density,by_temperature,by_fwhm,by_vacancy_fraction,"
          "by_bulk_diffusivity,by_bulk_activation_energy", rows)


def bimodal_width():
    """w N(0, 1) + (1 - w) N(m, s) cut off above an energy; the half-maximum points bracketed by hand."""
    rows = []
    for w, m, s, cut, summit, left, right in [
        (0.6, 3.0, 0.8, 3.2, 0, (-2, 0), None),
        (0.6, 3.0, 0.8, 4.5, 0, (-2, 0), (3, 4.5)),
        (0.3, 3.0, 0.5, 5.0, 3, (2, 3), (3, 4)),
        (0.4, 3.0, 0.5, 2.3, 2.3, (-2, 0), None),
        (0.4, 3.0, 0.5, 2.0, 0, (-2, 0), None),
        (0.4, 3.0, 0.5, 1.4, 0, (-2, 0), (0, 1.4)),
    ]:
        wm, mm, sm = mpf(w), mpf(m), mpf(s)

        def curve(e):
            return wm * density(e) + (1 - wm) * density((e - mm) / sm) / sm

        peak = mpf(cut) if summit == cut else mpmath.findroot(lambda e: diff(curve, e), summit)
        half = curve(peak) / 2
        ends = [mpf(cut) if b is None else mpmath.findroot(lambda e: curve(e) - half, b, solver="anderson", tol=1e-90)
                for b in (left, right)]
        rows.append(((w, m, s, cut), (ends[1] - ends[0],)))
    table("bimodal-width.csv", "weight,centre,standard_deviation,cut,width", rows)


random.seed(20260101)
bimodal_width()
standard_normal()
standard_normal_quantile()
gaussian()
fermi()
diffusivity()
