package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.core.PhysicalConstants;
import org.npp.sed.PopulatedSed;

/**
 * Curves that follow from a fit, with the 95 % bands that the errors of its parameters make, to first order.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class FittedCurves {
    /** Number of fractions at which diffusivities are told. */
    public static final int POINTS = 200;

    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;

    /** Energies shown, in standard deviations of the distribution about its mean. */
    private static final double REACH = 4;

    private final FitResult result;
    private final Optional<PopulatedSed> sed;
    private final Optional<Sites> sites;
    private final List<Diffusivities> diffusivities;

    private FittedCurves(FitResult result) {
        this.result = result;
        this.sed = sed(result.values());
        this.sites = sed.map(this::sites);
        this.diffusivities = allDiffusivities();
    }

    /**
     * Computes the curves.
     *
     * @param result the fit
     * @return its curves
     */
    public static FittedCurves of(FitResult result) {
        return new FittedCurves(result);
    }

    /**
     * A distribution of site energies, all densities over all sites.
     *
     * @param energyEv energy relative to the Fermi energy of the bulk [eV]
     * @param density density of sites [1/eV]
     * @param populated of those populated in the bulk [1/eV]
     * @param mobile of those whose ions are mobile [1/eV]
     * @param low lower end of the 95 % band of the density [1/eV]
     * @param high upper end [1/eV]
     */
    public record Site(double energyEv, double density, double populated, double mobile, double low, double high) {}

    /**
     * A fitted site energy distribution.
     *
     * @param ion the native ion that fills it
     * @param points points, by energy
     * @param populatedFwhmEv full width at half maximum of its populated part [eV]
     * @param populatedFwhmErrorEv its standard error [eV]
     */
    public record Sites(String ion, List<Site> points, double populatedFwhmEv, double populatedFwhmErrorEv) {}

    /** Diffusivity of an ion against the native fraction, with its band; all at {@link #POINTS} fractions. */
    public static final class Diffusivities {
        private final String ion;
        private final boolean nativeIon;
        private final double[] logarithms;
        private final double[] reach;

        private Diffusivities(String ion, boolean nativeIon, double[] logarithms, double[] reach) {
            this.ion = ion;
            this.nativeIon = nativeIon;
            this.logarithms = logarithms;
            this.reach = reach;
        }

        /**
         * Returns the name of the ion.
         *
         * @return name
         */
        public String ion() {
            return ion;
        }

        /**
         * Tells whether the ion is native.
         *
         * @return whether it is
         */
        public boolean isNative() {
            return nativeIon;
        }

        /**
         * Returns a diffusivity.
         *
         * @param k index of a fraction
         * @return diffusivity [m&sup2;/s]
         */
        public double value(int k) {
            return Math.exp(logarithms[k]);
        }

        /**
         * Returns the lower end of the 95 % band.
         *
         * @param k index of a fraction
         * @return diffusivity [m&sup2;/s]
         */
        public double low(int k) {
            return Math.exp(logarithms[k] - reach[k]);
        }

        /**
         * Returns the upper end of the 95 % band.
         *
         * @param k index of a fraction
         * @return diffusivity [m&sup2;/s]
         */
        public double high(int k) {
            return Math.exp(logarithms[k] + reach[k]);
        }
    }

    /**
     * Returns a fraction at which diffusivities are told.
     *
     * @param k index in [0, {@link #POINTS})
     * @return native fraction [1], in (0, 1]
     */
    public static double fraction(int k) {
        return (k + 1.0) / POINTS;
    }

    private CaitCase first(double[] values) {
        return result.study().experiments().get(0).experiment(values);
    }

    private Optional<PopulatedSed> sed(double[] values) {
        return first(values).ions().stream().flatMap(ion -> ion.sed().stream()).findFirst();
    }

    /**
     * Returns the site energy distribution of the first experiment.
     *
     * @return the distribution; empty if no ion has one
     */
    public Optional<Sites> sites() {
        return sites;
    }

    private Sites sites(PopulatedSed best) {
        final double[] energies = new double[POINTS + 1];
        final double middle = best.shape().mean() - best.bulkFermiEnergy();
        for (int k = 0; k <= POINTS; k++) {
            energies[k] = middle + best.shape().standardDeviation() * REACH * (2.0 * k / POINTS - 1);
        }
        final double[] errors = result.standardErrors(values -> {
            final PopulatedSed at = sed(values).orElseThrow();
            final double[] density = new double[energies.length + 1];
            for (int k = 0; k < energies.length; k++) {
                density[k] = EV * at.shape().density(energies[k] + at.bulkFermiEnergy());
            }
            density[energies.length] = at.populatedFwhm() / EV;
            return density;
        });
        final List<Site> points = new ArrayList<>();
        for (int k = 0; k <= POINTS; k++) {
            final double energy = energies[k] + best.bulkFermiEnergy();
            final double density = EV * best.shape().density(energy);
            final double reach = result.numbers().quantile() * errors[k];
            points.add(new Site(
                    energies[k] / EV,
                    density,
                    EV * best.populatedDensity(energy),
                    EV * best.mobileDensity(energy),
                    Math.max(0, density - reach),
                    density + reach));
        }
        final String ion = first(result.values()).ions().stream()
                .filter(i -> i.sed().isPresent())
                .map(CaitIon::name)
                .findFirst()
                .orElseThrow();
        return new Sites(ion, List.copyOf(points), best.populatedFwhm() / EV, errors[energies.length]);
    }

    /**
     * Returns the diffusivities of every ion of every experiment, once each.
     *
     * @return unmodifiable list
     */
    public List<Diffusivities> diffusivities() {
        return diffusivities;
    }

    private List<Diffusivities> allDiffusivities() {
        final Map<String, Function<double[], double[]>> curves = new LinkedHashMap<>();
        final List<String> natives = new ArrayList<>();
        for (final FitExperiment experiment : result.study().experiments()) {
            final List<CaitIon> ions = experiment.experiment(result.values()).ions();
            for (int i = 0; i < ions.size(); i++) {
                final int ion = i;
                curves.putIfAbsent(ions.get(i).name(), values -> logarithms(experiment.experiment(values), ion));
                if (ions.get(i).isNative()) {
                    natives.add(ions.get(i).name());
                }
            }
        }
        final List<Diffusivities> all = new ArrayList<>();
        curves.forEach((name, curve) -> {
            final double[] reach = result.standardErrors(curve);
            for (int k = 0; k < POINTS; k++) {
                reach[k] *= result.numbers().quantile();
            }
            all.add(new Diffusivities(name, natives.contains(name), curve.apply(result.values()), reach));
        });
        return List.copyOf(all);
    }

    /** Logarithms of the diffusivity of an ion; it is alone at each fraction. */
    private static double[] logarithms(CaitCase experiment, int ion) {
        final double[] curve = new double[POINTS];
        final double[] densities = new double[experiment.ions().size()];
        for (int k = 0; k < POINTS; k++) {
            densities[ion] = experiment.bulkDensity() * fraction(k);
            final double d = experiment.ions().get(ion).diffusivity().value(ion, densities, experiment.temperature());
            curve[k] = Math.log(Math.max(Double.MIN_NORMAL, d));
        }
        return curve;
    }

    /**
     * Returns the Fermi energy at a fraction.
     *
     * @param fraction native fraction [1], in (0, 1]
     * @return energy relative to the bulk [eV]; empty without a distribution, or where it has no ions
     */
    public OptionalDouble fermiEnergyEv(double fraction) {
        final ToDoubleFunction<PopulatedSed> energy =
                s -> -s.activationEnergyDifference(fraction * s.bulkDensity()) / EV;
        return sed.isPresent() ? OptionalDouble.of(energy.applyAsDouble(sed.get())) : OptionalDouble.empty();
    }

    /**
     * Tells whether the data determine the native ion's diffusivity at a fraction, whatever its shape.
     *
     * @param fraction native fraction [1], in (0, 1]
     * @return whether they do, within a factor of two
     */
    public boolean constrained(double fraction) {
        return result.identifiability().filter(i -> i.constrained(fraction)).isPresent();
    }
}
