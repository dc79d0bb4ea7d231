package org.npp.cait.studyfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.core.PhysicalConstants;
import org.npp.sed.PopulatedSed;

/** Curves that follow from a fit, with the 95 % bands that the errors of its parameters make. */
final class CurveTables {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final int POINTS = 200;

    /** Energies shown, in standard deviations of the distribution about its mean. */
    private static final double REACH = 4;

    private final FitResult result;
    private final String version;

    CurveTables(FitResult result, String version) {
        this.result = result;
        this.version = version;
    }

    private CaitCase first(double[] values) {
        return result.study().experiments().get(0).experiment(values);
    }

    private static Optional<PopulatedSed> sed(CaitCase experiment) {
        return experiment.ions().stream().flatMap(ion -> ion.sed().stream()).findFirst();
    }

    private StringBuilder begin(String header) {
        return new StringBuilder("# npp " + version + "\r\n" + header + "\r\n");
    }

    /** {@code sed.csv}; empty if no ion of the first experiment has a distribution. */
    Optional<String> sed() {
        return sed(first(result.values())).map(this::sed);
    }

    private String sed(PopulatedSed best) {
        final double[] energies = new double[POINTS + 1];
        final double middle = best.shape().mean() - best.bulkFermiEnergy();
        for (int k = 0; k <= POINTS; k++) {
            energies[k] = middle + best.shape().standardDeviation() * REACH * (2.0 * k / POINTS - 1);
        }
        final double[] errors = result.standardErrors(values -> {
            final PopulatedSed sed = sed(first(values)).orElseThrow();
            final double[] density = new double[energies.length];
            for (int k = 0; k < density.length; k++) {
                density[k] = EV * sed.shape().density(energies[k] + sed.bulkFermiEnergy());
            }
            return density;
        });
        final StringBuilder text = begin(
                "energy_eV,density_per_eV,populated_per_eV,mobile_per_eV,density_low_per_eV," + "density_high_per_eV");
        for (int k = 0; k <= POINTS; k++) {
            final double energy = energies[k] + best.bulkFermiEnergy();
            final double density = EV * best.shape().density(energy);
            final double reach = result.numbers().quantile() * errors[k];
            row(
                    text,
                    energies[k] / EV,
                    density,
                    EV * best.populatedDensity(energy),
                    EV * best.mobileDensity(energy),
                    Math.max(0, density - reach),
                    density + reach);
        }
        return text.toString();
    }

    private static void row(StringBuilder text, double... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        text.append("\r\n");
    }

    /** {@code diffusivity.csv}: every ion of every experiment once. */
    String diffusivity() {
        final Map<String, Function<double[], double[]>> ions = new LinkedHashMap<>();
        for (final FitExperiment experiment : result.study().experiments()) {
            final List<CaitIon> all = experiment.experiment(result.values()).ions();
            for (int i = 0; i < all.size(); i++) {
                final int ion = i;
                ions.putIfAbsent(all.get(i).name(), values -> logarithms(experiment.experiment(values), ion));
            }
        }
        final StringBuilder header = new StringBuilder("fraction,fermi_energy_eV,activation_energy_eV");
        final List<double[]> columns = new ArrayList<>();
        ions.forEach((name, curve) -> {
            final String column = "," + name + "_diffusivity_m2_per_s";
            header.append(column).append(column).append("_low").append(column).append("_high");
            final double[] errors = result.standardErrors(curve);
            columns.add(curve.apply(result.values()));
            columns.add(errors);
        });
        final StringBuilder text = begin(header + ",constrained");
        final Optional<PopulatedSed> sed = sed(first(result.values()));
        for (int k = 1; k <= POINTS; k++) {
            final double fraction = (double) k / POINTS;
            text.append(fraction).append(',');
            text.append(
                    sed.map(s -> fermi(s, fraction) + "," + -fermi(s, fraction)).orElse(","));
            for (int c = 0; c < columns.size(); c += 2) {
                final double logarithm = columns.get(c)[k - 1];
                final double reach = result.numbers().quantile() * columns.get(c + 1)[k - 1];
                text.append(',').append(Math.exp(logarithm));
                text.append(',').append(Math.exp(logarithm - reach)).append(',').append(Math.exp(logarithm + reach));
            }
            final boolean constrained = result.identifiability()
                    .filter(i -> i.constrained(fraction))
                    .isPresent();
            text.append(',').append(constrained ? 1 : 0).append("\r\n");
        }
        return text.toString();
    }

    private static double fermi(PopulatedSed sed, double fraction) {
        return -sed.activationEnergyDifference(fraction * sed.bulkDensity()) / EV;
    }

    /** Logarithms of the diffusivity of an ion, alone at each fraction. */
    private static double[] logarithms(CaitCase experiment, int ion) {
        final double[] curve = new double[POINTS];
        final double[] densities = new double[experiment.ions().size()];
        for (int k = 1; k <= POINTS; k++) {
            densities[ion] = experiment.bulkDensity() * k / POINTS;
            final double d = experiment.ions().get(ion).diffusivity().value(ion, densities, experiment.temperature());
            curve[k - 1] = Math.log(Math.max(Double.MIN_NORMAL, d));
        }
        return curve;
    }
}
