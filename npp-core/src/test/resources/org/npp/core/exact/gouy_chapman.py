"""Diffuse layer at 78.4 eps_0, 0.1 mol/l, 298.15 K, z = 1 (CODATA 2018), to 30 digits (mpmath, 45 working digits).

x over the Debye length; the potential from tanh(phi/4) = tanh(phi_0/4) exp(-x), the charge from Grahame's equation.
Run: python3 gouy_chapman.py > gouy-chapman.csv
"""
from mpmath import atanh, exp, mp, mpf, nstr, sinh, sqrt, tanh

mp.dps = 45
K, E, EPS = mpf("1.380649e-23"), mpf("1.602176634e-19"), mpf("78.4") * mpf("8.8541878128e-12")
T, N0 = mpf("298.15"), mpf("6.02214076e25")
VT = K * T / E
DEBYE = sqrt(EPS * K * T / (2 * E * E * N0))

print("# Diffuse layer. Generator: gouy_chapman.py, mpmath, 45 digits.")
print("surfacePotential,charge,xOverDebye,potential")
for phi in ("1e-6", "0.025", "-0.05", "0.1", "0.2", "1.0"):
    p = mpf(phi)
    sigma = sqrt(8 * EPS * K * T * N0) * sinh(p / (2 * VT))
    for x in ("0", "0.001", "0.5", "1", "5", "40"):
        at = 4 * VT * atanh(tanh(p / (4 * VT)) * exp(-mpf(x)))
        print(f"{phi},{nstr(sigma, 30)},{x},{nstr(at, 30)}")
