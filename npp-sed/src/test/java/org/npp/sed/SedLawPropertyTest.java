package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.LocalLaw;

/** Derivatives of every law with every shape, and what holds for any filling at temperature. */
class SedLawPropertyTest {
    private static final String SEED = "20260102";

    private static final double N = 1.41e28;

    /** kT at 300 K: the shapes' energies are of order 4 of it. */
    private static final double KT = PhysicalConstants.BOLTZMANN * 300;

    private static final double UNIT = 3 * KT;

    /** A central difference of fourth order at a relative step of 1e-3 is good to about this. */
    private static final double QUOTIENT = 1e-6;

    /** Law from the shape's parameters in units, then vacancy fraction, bulk diffusivity, activation energy. */
    private enum Law {
        HIGHEST,
        TRANSPORT,
        BLOCKING,
        ACTIVITY;

        LocalLaw of(SampleShape sample, boolean warm, double[] p) {
            final int shape = p.length - 3;
            final double[] own = new double[shape];
            System.arraycopy(p, 0, own, 0, shape);
            final PopulatedSed sed = PopulatedSed.of(sample.of(own, UNIT), N, p[shape], 0);
            final SedFilling filling = warm ? FermiDiracFilling.of(sed) : ZeroTemperatureFilling.of(sed);
            return switch (this) {
                case HIGHEST -> hopping(filling, HoppingModel.HIGHEST_SITE, p);
                case TRANSPORT -> hopping(filling, HoppingModel.TRANSPORT_LEVEL, p);
                case BLOCKING -> hopping(filling, HoppingModel.SITE_BLOCKING, p);
                case ACTIVITY -> SedExcessPotential.of(filling);
            };
        }

        private static LocalLaw hopping(SedFilling filling, HoppingModel model, double[] p) {
            return HoppingDiffusivity.of(filling, model, p[p.length - 2]).withBulkActivation(p[p.length - 1] * KT, 300);
        }
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-9, 0).ofScale(12).map(x -> Math.pow(10, x)),
                Arbitraries.doubles().between(0.1, 1.2).ofScale(12));
    }

    @Property(tries = 150, seed = SEED)
    void derivativesMatchCentralDifferences(
            @ForAll Law kind,
            @ForAll SampleShape sample,
            @ForAll boolean warm,
            @ForAll("fractions") double c,
            @ForAll @DoubleRange(min = 200, max = 900) @Scale(12) double temperature) {
        final double[] own = sample.parameters();
        final double[] p = new double[own.length + 3];
        System.arraycopy(own, 0, p, 0, own.length);
        p[own.length] = 0.15;
        p[own.length + 1] = 1e-17;
        p[own.length + 2] = 12;
        final LocalLaw law = kind.of(sample, warm, p);
        final double[] n = {c * N};
        final double[] byDensity = new double[1];
        final double value = law.linearize(0, n, temperature, byDensity);
        assertEquals(value, law.value(0, n, temperature), 1e-15 * Math.abs(value));
        final String where = kind + " " + sample + " " + warm;

        final double change = Math.min(c, Math.max(1e-3, Math.abs(1 / 0.85 - c)));
        final double h = 1e-3 * change * N;
        // Without temperature the slope has kinks where a table's or a box's density has, and jumps at their ends.
        if (warm || (sample != SampleShape.TABLE && c < 1.17)) {
            final double quotient = quotient(x -> law.value(0, new double[] {n[0] + x}, temperature), h);
            assertEquals(
                    quotient, byDensity[0], 30 * QUOTIENT * (Math.abs(quotient) + Math.abs(value) / change / N), where);
        }
        final double scale = kind == Law.ACTIVITY ? 30 : 30 * value;
        final double byTemperature = quotient(x -> law.value(0, n, temperature + x), 1e-3 * temperature);
        assertEquals(byTemperature, law.byTemperature(0, n, temperature), QUOTIENT * scale / temperature, where);

        final double[] byParameter = new double[law.parameterNames().size()];
        law.byParameters(0, n, temperature, byParameter);
        for (int i = 0; i < byParameter.length; i++) {
            final int j = kind == Law.ACTIVITY || i <= own.length ? i : i - 1;
            if (kind != Law.ACTIVITY && i == own.length + 1) {
                assertEquals(0, Math.abs(byParameter[i]), "no ion is immobile");
                continue;
            }
            final double step = 1e-3 * Math.abs(p[j]);
            // A given energy is in units or in kT, its derivative per joule.
            final double perUnit = energyUnit(law.parameterNames().get(i));
            final double exact =
                    quotient(x -> moved(kind, sample, warm, p, j, x).value(0, n, temperature), step);
            assertEquals(
                    exact,
                    byParameter[i] * perUnit,
                    30 * QUOTIENT * (scale / Math.abs(p[j]) + Math.abs(exact)),
                    () -> where + " parameter " + j);
        }
    }

    private static double energyUnit(String name) {
        if (name.equals("bulk_activation_energy")) {
            return KT;
        }
        return name.endsWith("weight")
                        || name.endsWith("fraction")
                        || name.equals("skewness")
                        || name.equals("bulk_diffusivity")
                ? 1
                : UNIT;
    }

    private static LocalLaw moved(Law kind, SampleShape sample, boolean warm, double[] p, int j, double x) {
        final double[] changed = p.clone();
        changed[j] += x;
        return kind.of(sample, warm, changed);
    }

    private static double quotient(java.util.function.DoubleUnaryOperator f, double h) {
        return (8 * (f.applyAsDouble(h) - f.applyAsDouble(-h)) - f.applyAsDouble(2 * h) + f.applyAsDouble(-2 * h))
                / (12 * h);
    }

    @Property(tries = 150, seed = SEED)
    void thermodynamicFactorIsNeverBelowOne(
            @ForAll SampleShape sample,
            @ForAll("fractions") double c,
            @ForAll @DoubleRange(min = 30, max = 3000) @Scale(12) double temperature) {
        final FermiDiracFilling filling = filling(sample);
        final double factor = filling.thermodynamicFactor(c * N, temperature);
        assertTrue(factor >= 1, () -> sample + ": " + factor);
        final double n = c * N;
        final double product =
                n / (PhysicalConstants.BOLTZMANN * temperature) * filling.chemicalPotentialByDensity(n, temperature);
        if (c < 1.17) {
            assertEquals(factor, product, 1e-10 * factor);
        }
    }

    @Property(tries = 150, seed = SEED)
    void fillingUndoesTheChemicalPotential(
            @ForAll SampleShape sample,
            @ForAll @DoubleRange(min = -30, max = -1e-6) @Scale(12) double exponent,
            @ForAll @DoubleRange(min = 30, max = 3000) @Scale(12) double temperature) {
        final FermiDiracFilling filling = filling(sample);
        final double p = Math.pow(10, exponent);
        final double level = filling.chemicalPotentialAtFilling(p, temperature);
        assertEquals(p, filling.filling(level, temperature), 1e-11 * p);
        assertTrue(filling.chemicalPotentialAtFilling(p * 0.9, temperature) < level);
    }

    @Property(tries = 80, seed = SEED)
    void onlyEnergiesOverKtCount(
            @ForAll SampleShape sample,
            @ForAll @DoubleRange(min = -12, max = -1e-3) @Scale(12) double exponent,
            @ForAll @DoubleRange(min = 0.25, max = 4) @Scale(12) double scale) {
        final double p = Math.pow(10, exponent);
        final FermiDiracFilling one = filling(sample);
        final FermiDiracFilling other =
                FermiDiracFilling.of(PopulatedSed.of(sample.of(sample.parameters(), UNIT * scale), N, 0.15, 0));
        final double level = one.chemicalPotentialAtFilling(p, 400);
        assertEquals(level * scale, other.chemicalPotentialAtFilling(p, 400 * scale), 1e-10 * scale * UNIT);
    }

    private static FermiDiracFilling filling(SampleShape sample) {
        return FermiDiracFilling.of(PopulatedSed.of(sample.of(sample.parameters(), UNIT), N, 0.15, 0));
    }
}
