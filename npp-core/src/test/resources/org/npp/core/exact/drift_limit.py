"""Drift limit of a Gaussian site energy distribution, to 30 digits (mpmath, 45 working digits).

FWHM 250 meV, 10 % vacant sites, 300 K, D1(1) = 1e-17 m^2/s; D1(c) = D1(1) exp[(E_F(c) - E_F(1))/kT].
The foot is the root of d(c D1)/dc = D2, the fan the root of f'(c) = x/vt with the analytic derivative of D1.
Run: python3 drift_limit.py > drift-limit.csv
"""
from mpmath import mp, mpf, erfinv, exp, sqrt, log, pi, findroot, nstr

mp.dps = 45
kT = mpf("1.380649e-23") * 300 / mpf("1.602176634e-19")
s = mpf("0.25") / (2 * sqrt(2 * log(2)))


def quantile(p):
    return sqrt(mpf(2)) * erfinv(2 * p - 1)


TOP = quantile(mpf("0.9"))


def ratio(c, d2):
    return mpf("1e-17") / d2 * exp(s * (quantile(mpf("0.9") * c) - TOP) / kT)


def log_slope(c):
    q = quantile(mpf("0.9") * c)
    return s / kT * mpf("0.9") * sqrt(2 * pi) * exp(q * q / 2)


def speed(c, d2):
    r = ratio(c, d2)
    dh = r * (1 + c * log_slope(c))
    return (dh * (1 - c) + c * r) / (c * r + 1 - c) ** 2


def bisect(f, a, b):
    a, b = mpf(a), mpf(b)
    for _ in range(30):
        m = (a + b) / 2
        if f(m) > 0:
            b = m
        else:
            a = m
    return findroot(f, (a, b), solver="anderson", tol=mpf(10) ** -70)


if __name__ == "__main__":
    print("# Drift limit of a Gaussian site energy distribution. Generator: drift_limit.py, mpmath, 45 digits.")
    print("# quantity: foot c*; front f'(c*); cNN native fraction at x/vt = NN/100")
    print("ion,foreignDiffusivity,quantity,value")
    for ion, d2 in (("K", "2.0e-21"), ("Rb", "3.0e-22"), ("Cs", "5.3e-23")):
        d = mpf(d2)
        foot = bisect(lambda c: ratio(c, d) * (1 + c * log_slope(c)) - 1, "0.001", "0.5")
        print(f"{ion},{d2},foot,{nstr(foot, 30)}")
        print(f"{ion},{d2},front,{nstr(1 / (foot * ratio(foot, d) + 1 - foot), 30)}")
        for x in (10, 20, 40, 60, 80, 100):
            c = bisect(lambda c: speed(c, d) - mpf(x) / 100, "1e-6", foot)
            print(f"{ion},{d2},c{x},{nstr(c, 30)}")
