package org.npp.core.boundary;

import java.util.Locale;

/**
 * Energy of a beam's ions: a surface at the potential \( \varphi \) repels those whose energy is below
 * \( ze\varphi \), and no longer takes up the whole beam.
 *
 * <p>The share that attaches is that of a logistic distribution of energies with mean \( E \) and standard deviation
 * \( s \),
 * \[ F = \frac{1}{1 + e^{(ze\varphi - E)/w}}, \qquad w = \frac{\sqrt 3}{\pi}\, s. \]
 *
 * <p>It is within 0.023 of the share of a normal distribution of the same two moments, and its tail falls exponentially,
 * as that of ions from a hot emitter does. So a surface that is charged up until hardly any ion attaches still answers
 * with its potential.
 *
 * @param energy mean energy \( E \) of an ion far from the sample [J], finite, \( > 0 \); that of a singly charged ion
 *     accelerated by 10 V is 10 eV = 1.602e-18 J
 * @param spread standard deviation \( s \) of the energies [J], finite, \( > 0 \)
 */
public record BeamEnergy(double energy, double spread) {
    /** Scale of a logistic distribution over its standard deviation. */
    private static final double SCALE = Math.sqrt(3) / Math.PI;

    /**
     * Checks the numbers.
     *
     * @param energy mean energy \( E \) of an ion far from the sample [J], finite, \( > 0 \)
     * @param spread standard deviation \( s \) of the energies [J], finite, \( > 0 \)
     * @throws IllegalArgumentException if one is out of range
     */
    public BeamEnergy {
        check("beam energy", energy);
        check("beam energy spread", spread);
    }

    private static void check(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and > 0: %s J", name, value));
        }
    }

    /**
     * Returns the energy over which the share falls from 0.73 to 0.27 and beyond by a factor e.
     *
     * @return \( w \) [J]
     */
    public double width() {
        return SCALE * spread;
    }

    /**
     * Returns the share of the beam that attaches.
     *
     * @param barrier \( ze\varphi \) [J], of any sign
     * @return \( F \) in [0, 1]
     */
    public double attachedShare(double barrier) {
        return 1 / (1 + Math.exp((barrier - energy) / width()));
    }

    /**
     * Returns the derivative of the share.
     *
     * @param barrier \( ze\varphi \) [J], of any sign
     * @return \( dF/d(ze\varphi) \le 0 \) [1/J]
     */
    public double shareByBarrier(double barrier) {
        final double over = (barrier - energy) / width();
        return -1 / ((1 + Math.exp(over)) * (1 + Math.exp(-over)) * width());
    }
}
