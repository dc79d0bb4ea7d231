"""Similarity solution of current-free interdiffusion, to 25 digits (Taylor series of order 40, 45 working digits).

c' = -q s, q' = -(eta/2) q s, s = 1 - c + r c; c(0) = 1, c(infinity) = 0, by the secant method on q(0).
Run: python3 interdiffusion.py > interdiffusion.csv
"""
from mpmath import findroot, mp, mpf, nstr, sqrt, pi, log, exp

mp.dps = 45
ORDER = 40
TINY = mpf(10) ** -38


def taylor(r, eta, c, q):
    """Coefficients of c, q about eta by Cauchy products; u = q s, q' = -(eta/2) u, c' = -u."""
    cs, qs, us = [c], [q], []
    for k in range(ORDER):
        u = qs[k] + (r - 1) * sum(qs[i] * cs[k - i] for i in range(k + 1))
        us.append(u)
        cs.append(-u / (k + 1))
        qs.append(-(eta * u + (us[k - 1] if k else 0)) / (2 * (k + 1)))
    return cs, qs


def horner(a, h):
    total = mpf(0)
    for x in reversed(a):
        total = total * h + x
    return total


def integrate(r, q0, wanted=()):
    """c at infinity (or wherever the flux has vanished) and at the wanted places."""
    eta, c, q = mpf(0), mpf(1), q0
    found = []
    wanted = list(wanted)
    while abs(q) > TINY and eta < 60 and c > -1 / (2 * max(1, r)):  # below: q0 too large by far
        cs, qs = taylor(r, eta, c, q)
        size = max(abs(cs[-1]), abs(cs[-2])) + max(abs(qs[-1]), abs(qs[-2]))
        h = min((mpf(10) ** -36 / size) ** (mpf(1) / ORDER) if size else mpf(1), mpf(1))
        if wanted and wanted[0] <= eta + h:
            found.append(horner(cs, wanted.pop(0) - eta))
            continue
        c, q, eta = horner(cs, h), horner(qs, h), eta + h
    return c, found


def solve(r):
    low, high = sorted((1 / sqrt(pi), 1 / sqrt(pi * r)))
    low, high = low * mpf("0.9"), high * mpf("1.1")
    for _ in range(30):
        middle = sqrt(low * high)
        if integrate(r, middle)[0] > 0:
            low = middle
        else:
            high = middle
    return findroot(lambda q0: integrate(r, q0)[0], (low, high), solver="secant", tol=mpf(10) ** -64)


if __name__ == "__main__":
    print("# Interdiffusion, r = D2/D1. Generator: interdiffusion.py, Taylor series of order 40, 45 digits.")
    print("# eta = -1: the scaled flux q0 through the surface; otherwise the foreign fraction at eta")
    print("ratio,eta,value")
    for ratio in ("1e-6", "1e-4", "1e-2", "0.1", "0.5", "1", "2", "10", "100", "1e4", "1e6"):
        r = mpf(ratio)
        q0 = solve(r)
        print(f"{ratio},-1,{nstr(q0, 25)}", flush=True)
        places = ["0.001", "0.01", "0.1", "0.5", "1", "2", "4", "6"]
        for eta, c in zip(places, integrate(r, q0, [mpf(p) for p in places])[1]):
            print(f"{ratio},{eta},{nstr(c, 25)}", flush=True)
