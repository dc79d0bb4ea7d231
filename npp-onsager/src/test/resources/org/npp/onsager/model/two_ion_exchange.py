"""Writes two-ion-exchange.csv: python3 two_ion_exchange.py > two-ion-exchange.csv

Exact rational arithmetic (fractions) on the doubles that the columns n1 ... gamma denote, with the textbook form
    L12 = a1 a2/(a1 + a2) - n1 n2 D/(N kT G),  Lii = ai - L12,  ai = ni Di/kT,
rounded to 34 digits at the end. The way back, D = kT G N det L/(n1 n2 (L11 + L22 + 2 L12)), is asserted to be exact.
"""
from decimal import Context, Decimal
from fractions import Fraction

K = Fraction("1.380649e-23")
E = Fraction("1.602176634e-19")
ROWS = [
    # n1, n2, z, T, D1, D2, D, gamma
    (1.0e28, 0.4e28, 1, 300.0, 1.0e-17, 2.0e-21, 5.0e-21, 1.0),
    (0.7e28, 0.7e28, 1, 300.0, 1.0e-17, 1.0e-17, 3.0e-18, 1.0),
    (0.7e28, 0.7e28, 1, 300.0, 1.0e-17, 1.0e-17, 3.0e-17, 1.0),
    (1.3e28, 1.1e24, 1, 300.0, 1.7e-17, 1.7e-17, 3.1e-18, 1.0),
    (0.3e28, 1.1e28, 2, 417.0, 2.3e-15, 2.3e-15, 2.2e-15, 1.0),
    (1.3999e28, 1.0e24, 1, 300.0, 1.0e-17, 5.3e-23, 6.0e-23, 1.7),
    (2.0e27, 1.2e28, 1, 450.0, 4.0e-19, 3.0e-19, 0.0, 1.0),
    (2.0e27, 1.2e28, 1, 450.0, 4.0e-19, -3.0e-20, 1.0e-20, 2.5),
    (2.0e27, 1.2e28, 2, 900.0, -1.0e-20, 3.0e-15, 1.0e-12, 0.3),
    (6.02e25, 6.02e25, -1, 298.15, 2.0e-9, 1.1e-9, 1.5e-9, 0.9),
    (6.02e25, 6.02e20, -2, 298.15, 2.0e-9, 1.1e-9, 1.0e-9, 0.9),
    (1.0e28, 1.0e28, 1, 1000.0, 0.0, 1.0e-10, 1.0e-14, 1.0),
    (5.0e27, 3.0e27, 1, 300.0, 1.0e-15, 1.0e-11, 1.0e-22, 1.0),
    (5.0e27, 3.0e27, 1, 77.0, 1.0e-30, 1.0e-35, 1.0e-34, 4.0),
]


def text(value):
    context = Context(prec=34)
    return str(context.divide(Decimal(value.numerator), Decimal(value.denominator)))


print("# two_ion_exchange.py: exact rationals of the doubles in the first eight columns, rounded to 34 digits")
print("# n1 n2 [1/m^3], z [1], T [K], D1 D2 D [m^2/s], gamma [1]; L [1/(J m s)], sigma [S/m], t1 [1]")
print("n1,n2,z,T,D1,D2,D,gamma,L11,L12,L22,sigma,t1")
for row in ROWS:
    n1, n2, z, t, d1, d2, d, g = (Fraction(v) for v in row)
    a1, a2 = n1 * d1 / (K * t), n2 * d2 / (K * t)
    l12 = a1 * a2 / (a1 + a2) - n1 * n2 * d / ((n1 + n2) * K * t * g)
    l11, l22 = a1 - l12, a2 - l12
    total = l11 + l22 + 2 * l12
    assert d == K * t * g * (n1 + n2) * (l11 * l22 - l12 * l12) / (n1 * n2 * total)
    values = (l11, l12, l22, E * E * z * z * total, (l11 + l12) / total)
    print(",".join([repr(v) for v in row] + [text(v) for v in values]))
