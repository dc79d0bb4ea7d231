package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.npp.core.PhysicalConstants;
import org.npp.sed.internal.GaussLegendre;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.ExponentialSed;

/** Widths of the populated part for every shape, and both readings of a share of vacancies. */
class PopulatedWidthTest {
    private static final double N = 1.41e28;

    @Test
    void bothReadingsOfTenPercentVacanciesAreNamed() {
        final GaussianSed shape = GaussianSed.ofFwhm(0.25 * PhysicalConstants.ELEMENTARY_CHARGE);
        final PopulatedSed ofSites = PopulatedSed.of(shape, N, 0.1, 0);
        final PopulatedSed ofIons = PopulatedSed.ofVacanciesPerIon(shape, N, 0.1, 0);
        assertEquals(1 / 11.0, ofIons.vacancyFraction(), 1e-17);
        assertEquals(1.1 * N, ofIons.siteDensity(), 1e-15 * N);
        assertEquals(0.1, ofIons.vacanciesPerIon(), 1e-16);
        assertEquals(1 / 9.0, ofSites.vacanciesPerIon(), 1e-16);
        // In both the cut is above the half-maximum, so that the width is the shape's.
        assertEquals(shape.fwhm(), ofSites.populatedFwhm());
        assertEquals(shape.fwhm(), ofIons.populatedFwhm());
        for (double r : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "vacanciesPerIon must be finite and >= 0: " + r,
                    assertThrows(IllegalArgumentException.class, () -> PopulatedSed.ofVacanciesPerIon(shape, N, r, 0))
                            .getMessage());
        }
    }

    @Test
    void truncatedGaussiansMomentsHaveClosedForms() {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofStandardDeviation(1), N, 0.3, 0);
        final double t = sed.bulkFermiEnergy();
        final double mills = sed.shape().density(t) / 0.7;
        assertEquals(-mills, sed.populatedMean(), 1e-13);
        assertEquals(Math.sqrt(1 - t * mills - mills * mills), sed.populatedStandardDeviation(), 1e-13);
    }

    @Test
    void boxAndTailHaveClosedForms() {
        final PopulatedSed box = PopulatedSed.of(BoxSed.ofWidth(2), N, 0.25, 0);
        assertEquals(0.75, box.populatedMean(), 1e-14);
        assertEquals(1.5 / Math.sqrt(12), box.populatedStandardDeviation(), 1e-14);
        assertEquals(1.2, box.populatedTenToNinetyWidth(), 1e-14);
        final PopulatedSed tail = PopulatedSed.of(ExponentialSed.ofDecay(2), N, 0.25, 0);
        assertEquals(2 * Math.log(0.75) - 2, tail.populatedMean(), 1e-12);
        assertEquals(2, tail.populatedStandardDeviation(), 1e-12);
        assertEquals(2 * Math.log(9), tail.populatedTenToNinetyWidth(), 1e-14);
    }

    @Property(tries = 150, seed = "20260102")
    void populatedAndMobilePartsHoldTheIonsOfAnyShape(
            @ForAll SampleShape sample,
            @ForAll @DoubleRange(min = 1e-3, max = 0.9) @Scale(12) double vacancies,
            @ForAll @DoubleRange(min = 1e-3, max = 0.9) @Scale(12) double immobile) {
        final PopulatedSed sed = PopulatedSed.of(sample.shape(), N, vacancies, immobile);
        final double[] edges = ShapeIntegral.of(sed.shape()).edges();
        final double top = sed.bulkFermiEnergy();
        final double edge = sed.fermiEnergy(immobile * N);
        final double populated = GaussLegendre.integrate(sed::populatedDensity, edges, edges[0], top);
        final double mobile = GaussLegendre.integrate(sed::mobileDensity, edges, edge, top);
        assertEquals(N, populated * sed.siteDensity(), 1e-11 * N);
        assertEquals(N * (1 - immobile), mobile * sed.siteDensity(), 1e-11 * N);
        final double fwhm = sed.populatedFwhm();
        assertTrue(fwhm > 0
                && fwhm <= sed.shape().complementaryQuantile(1e-9) - sed.shape().quantile(1e-9));
    }
}
