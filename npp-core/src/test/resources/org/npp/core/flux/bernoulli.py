"""Reference values of the Bernoulli function of the Scharfetter-Gummel scheme, to 36 digits.

Run: python3 bernoulli.py > bernoulli.csv
"""

import math
import random

import mpmath as mp

mp.mp.dps = 400  # the direct quotients cancel up to 300 digits at the smallest arguments
DIGITS = 36


def arguments():
    rng = random.Random(1969)
    points = {0.0}
    points.update([5e-324, 1e-300, 1e-100, 1e-30, 1e-17, 1e-16, 1.1e-16, 1e-12, 1e-8, 1e-5, 1e-3])
    for limit in (0.25, 1.0, math.log(2.0), 37.0, 700.0, 709.78):
        points.update([limit, math.nextafter(limit, 0.0), math.nextafter(limit, 1e3)])
    points.update([1.0 + 0.01 * i for i in range(60)])
    points.update(rng.uniform(0.0, 1.0) for _ in range(60))
    points.update(rng.uniform(1.0, 5.0) for _ in range(80))
    points.update(rng.uniform(5.0, 50.0) for _ in range(40))
    points.update(rng.uniform(50.0, 700.0) for _ in range(40))
    points.update([701.5, 705.25, 709.0, 709.79, 710.0, 712.0, 714.9])
    return sorted(points | {-x for x in points if x > 0})


def functions(x):
    if abs(x) < mp.mpf("1e-90"):  # two terms of the series are exact to 180 digits
        value, slope, even = 1 - x / 2, -mp.mpf(1) / 2 + x / 6, 1 + x**2 / 12
    else:
        w = mp.expm1(x)
        value = x / w
        slope = (w - x * (w + 1)) / w**2
        even = x / 2 * mp.coth(x / 2)
    return value, slope, even


print("# B(x) = x/(e^x - 1), its derivative and its even part M(x) = (x/2) coth(x/2).")
print(f"# Generator: bernoulli.py, mpmath {mp.__version__}, {mp.mp.dps} digits, printed to {DIGITS}; x is an exact double.")
print("# Command: python3 bernoulli.py > bernoulli.csv")
print("x,B,dB,M")
for argument in arguments():
    print(",".join([repr(argument)] + [mp.nstr(v, DIGITS) for v in functions(mp.mpf(argument))]))
