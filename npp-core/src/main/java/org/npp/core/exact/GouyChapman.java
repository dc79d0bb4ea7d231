package org.npp.core.exact;

import org.npp.core.PhysicalConstants;

/**
 * Diffuse double layer of a symmetric electrolyte at a plane: potential and charge at equilibrium.
 *
 * <p>For ions \( \pm z \) at the bulk density \( n_0 \) each, and potential \( \varphi_0 \) of the surface against the
 * bulk,
 * \[ \sigma = \sqrt{8\varepsilon kT n_0}\,\sinh\frac{ze\varphi_0}{2kT}, \qquad
 * \tanh\frac{ze\varphi}{4kT} = \tanh\frac{ze\varphi_0}{4kT}\;e^{-x/\lambda}, \qquad
 * \lambda = \sqrt{\frac{\varepsilon kT}{2 z^2 e^2 n_0}}. \]
 *
 * <p><strong>Valid for</strong> point ions at equilibrium and a layer much thinner than the electrolyte.
 * <strong>Accuracy.</strong> 5e-15 relative against 30-digit values for \( |ze\varphi_0/kT| \le 40 \)
 * ({@code GouyChapmanTest}); the potential keeps that at any depth. Instances are immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1051/jphystap:019100090045700">Gouy, J. Phys. Theor. Appl. 9, 457 (1910)</a>
 * @see <a href="https://doi.org/10.1080/14786440408634187">Chapman, Philos. Mag. 25, 475 (1913)</a>
 */
public final class GouyChapman {
    private final double debyeLength;
    /** kT/(ze) [V]. */
    private final double thermalVoltage;

    private final double permittivity;

    private GouyChapman(double debyeLength, double thermalVoltage, double permittivity) {
        this.debyeLength = debyeLength;
        this.thermalVoltage = thermalVoltage;
        this.permittivity = permittivity;
    }

    /**
     * Creates the layer of an electrolyte.
     *
     * @param density \( n_0 \) of each of the two ions in the bulk [1/m&sup3;], positive
     * @param chargeNumber \( z \) [1], at least 1
     * @param temperature \( T \) [K], positive
     * @param permittivity \( \varepsilon = \varepsilon_r\varepsilon_0 \) [F/m], positive
     * @return the layer
     */
    public static GouyChapman of(double density, int chargeNumber, double temperature, double permittivity) {
        Argument.positive("density", density, "1/m^3");
        Argument.cation(chargeNumber);
        Argument.positive("temperature", temperature, "K");
        Argument.positive("permittivity", permittivity, "F/m");
        final double thermal = ThermalVoltage.of(chargeNumber, temperature);
        final double length =
                Math.sqrt(permittivity * thermal / (2 * chargeNumber * PhysicalConstants.ELEMENTARY_CHARGE * density));
        return new GouyChapman(length, thermal, permittivity);
    }

    /**
     * Returns the Debye length of the bulk.
     *
     * @return \( \lambda \) [m]
     */
    public double debyeLength() {
        return debyeLength;
    }

    /**
     * Returns the charge of the surface.
     *
     * @param surfacePotential \( \varphi_0 \) against the bulk [V], of any sign
     * @return \( \sigma \) [C/m&sup2;], of the sign of the potential
     */
    public double surfaceCharge(double surfacePotential) {
        final double scaled = Argument.finite("surface potential", surfacePotential, "V") / thermalVoltage;
        return 2 * permittivity * thermalVoltage / debyeLength * Math.sinh(scaled / 2);
    }

    /**
     * Returns the potential that a surface charge causes.
     *
     * @param surfaceCharge \( \sigma \) [C/m&sup2;], of any sign
     * @return \( \varphi_0 \) [V]
     */
    public double surfacePotential(double surfaceCharge) {
        final double s = Math.abs(Argument.finite("surface charge", surfaceCharge, "C/m^2"))
                * debyeLength
                / (2 * permittivity * thermalVoltage);
        // asinh s = ln(1 + s + s^2/(1 + sqrt(1 + s^2))): no cancellation at small s
        final double asinh = Math.log1p(s + s * (s / (1 + Math.hypot(1, s))));
        return Math.copySign(2 * thermalVoltage * asinh, surfaceCharge);
    }

    /**
     * Returns the differential capacitance of the layer, \( (\varepsilon/\lambda)\cosh(ze\varphi_0/2kT) \).
     *
     * @param surfacePotential \( \varphi_0 \) against the bulk [V], of any sign
     * @return \( d\sigma/d\varphi_0 \) [F/m&sup2;]
     */
    public double capacitance(double surfacePotential) {
        final double scaled = Argument.finite("surface potential", surfacePotential, "V") / thermalVoltage;
        return permittivity / debyeLength * Math.cosh(scaled / 2);
    }

    /**
     * Returns the potential at a distance from the surface.
     *
     * @param surfacePotential \( \varphi_0 \) against the bulk [V], of any sign
     * @param x distance from the surface [m], not negative
     * @return \( \varphi \) against the bulk [V]
     */
    public double potential(double surfacePotential, double x) {
        final double half =
                Math.abs(Argument.finite("surface potential", surfacePotential, "V")) / (2 * thermalVoltage);
        if (half == 0) {
            return 0;
        }
        // g = tanh(half/2) e^(-x/lambda) through its logarithm: a large potential would round tanh to 1
        final double logTanh = logOneMinusExp(-half) - Math.log1p(Math.exp(-half));
        final double logG = logTanh - Argument.notNegative("distance", x, "m") / debyeLength;
        final double scaled = 2 * (Math.log1p(Math.exp(logG)) - logOneMinusExp(logG));
        return Math.copySign(scaled * thermalVoltage, surfacePotential);
    }

    /** ln(1 - e^a) for a < 0: each form is exact where the other cancels. */
    private static double logOneMinusExp(double a) {
        return a < -Math.log(2) ? Math.log1p(-Math.exp(a)) : Math.log(-Math.expm1(a));
    }
}
