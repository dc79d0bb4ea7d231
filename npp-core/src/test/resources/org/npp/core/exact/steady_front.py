"""Position of a native fraction in a steady front, to 30 digits (mpmath quadrature, 45 working digits).

xi(c) = integral of D1/(v_f (1 - c)(g - g*)) dc from (1 + c*)/2, g = c D1/D2 + 1 - c, v = 1e-11 m/s.
  sed       D1 as in drift_limit.py, D2 = 2.0e-21 m^2/s: a foot
  linear    D1 = 1e-17 (0.01 + c), D2 = 2.0e-21 m^2/s: complete exchange
Columns: u = (c - c*)/(1 - c*), position xi [m].
Run: python3 steady_front.py > steady-front.csv
"""
from mpmath import mp, mpf, nstr, quad
from drift_limit import bisect, log_slope, ratio

mp.dps = 45
D2 = mpf("2.0e-21")
V = mpf("1e-11")
FOOT = bisect(lambda c: ratio(c, D2) * (1 + c * log_slope(c)) - 1, "0.001", "0.5")


def position(d1, foot, u):
    def g(c):
        return c * d1(c) / D2 + 1 - c

    least = g(foot) if foot else mpf(1)
    speed = V / least
    middle = (1 + foot) / 2
    c = foot + (1 - foot) * u
    low, high = sorted([middle, c])
    points = [low]
    while min(points[-1] - foot, 1 - points[-1]) < (high - points[-1]) * 2:
        points.append(points[-1] + min(points[-1] - foot, 1 - points[-1]) / 2)
    total = quad(lambda y: d1(y) / (speed * (1 - y) * (g(y) - least)), points + [high])
    return total if c > middle else -total


if __name__ == "__main__":
    print("# Position in a steady front. Generator: steady_front.py, mpmath, 45 digits.")
    print("case,u,position")
    for u in ("0.001", "0.01", "0.1", "0.3", "0.7", "0.9", "0.99", "0.9999"):
        print(f"sed,{u},{nstr(position(lambda c: D2 * ratio(c, D2), FOOT, mpf(u)), 30)}")
        print(f"linear,{u},{nstr(position(lambda c: mpf('1e-17') * (mpf('0.01') + c), mpf(0), mpf(u)), 30)}")
