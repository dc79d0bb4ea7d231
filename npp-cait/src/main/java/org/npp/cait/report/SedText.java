package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.stream.Collectors;
import org.npp.cait.report.plot.NumberText;
import org.npp.sed.FermiDiracFilling;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedFilling;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.ExponentialSed;
import org.npp.sed.shape.GaussianMixtureSed;
import org.npp.sed.shape.SkewNormalSed;
import org.npp.sed.shape.TableSed;

/** Site energy distributions in words. */
final class SedText {
    /** No instances. */
    private SedText() {}

    /** Shape, vacancies, immobile ions and filling. */
    static String of(SedFilling filling) {
        final PopulatedSed sed = filling.sed();
        return shape(sed.shape()) + "; " + percent(sed.vacancyFraction()) + " of the sites vacant in the bulk"
                + (sed.immobileFraction() > 0 ? ", " + percent(sed.immobileFraction()) + " of the ions immobile" : "")
                + "; sites filled "
                + (isWarm(filling)
                        ? "by Fermi and Dirac\u2019s probability at the temperature of the stage"
                        : "from the bottom, as at zero temperature");
    }

    static boolean isWarm(SedFilling filling) {
        return filling instanceof FermiDiracFilling;
    }

    private static String shape(SiteEnergyDistribution shape) {
        if (shape instanceof GaussianSed gaussian) {
            return "a Gaussian " + milli(gaussian.fwhm()) + " wide at half maximum";
        }
        if (shape instanceof GaussianMixtureSed mixture) {
            return "a mixture of Gaussians, "
                    + mixture.components().stream()
                            .map(c -> percent(c.weight()) + " at " + milli(c.center()) + " (" + milli(c.fwhm())
                                    + " wide)")
                            .collect(Collectors.joining(", "));
        }
        if (shape instanceof SkewNormalSed skew) {
            return "a skew-normal " + milli(skew.fwhm()) + " wide at half maximum, of skewness "
                    + NumberText.significant(skew.skewness(), 3);
        }
        if (shape instanceof BoxSed box) {
            return "a box " + milli(box.width()) + " wide";
        }
        if (shape instanceof ExponentialSed tail) {
            return "an exponential that rises e-fold in " + milli(tail.decay()) + " up to its top edge";
        }
        final String deviation = ", standard deviation " + milli(shape.standardDeviation());
        return (shape instanceof TableSed ? "a table" : "a shape of the user\u2019s own") + deviation;
    }

    static String percent(double share) {
        return NumberText.significant(100 * share, 4) + "\u00a0%";
    }

    private static String milli(double energy) {
        return NumberText.significant(1000 * energy / ELEMENTARY_CHARGE, 4) + "\u00a0meV";
    }
}
