package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.FermiDiracFilling;
import org.npp.sed.GaussianSed;
import org.npp.sed.HoppingDiffusivity;
import org.npp.sed.HoppingModel;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.ExponentialSed;
import org.npp.sed.shape.GaussianMixtureSed;
import org.npp.sed.shape.SkewNormalSed;
import org.npp.sed.shape.TableSed;

/** Makes the diffusivity of a site energy distribution of a resolved tree. */
final class SedLaw {
    /** No instances. */
    private SedLaw() {}

    /**
     * Makes the law.
     *
     * @param sed the tree under {@code sed}
     * @param bulkDensity density that fills the distribution in the virgin glass [1/m&sup3;]
     * @param temperature temperature of the bulk diffusivity [K]
     * @return the law
     * @throws CaseException if its table is wrong
     */
    static DiffusivityLaw of(JsonNode sed, double bulkDensity, double temperature) throws CaseException {
        final PopulatedSed populated = PopulatedSed.of(
                shape(sed), bulkDensity, number(sed, "vacancy_fraction"), number(sed, "immobile_fraction"));
        final double diffusivity = number(sed, "bulk_diffusivity");
        final OptionalDouble activation = sed.has("bulk_activation_energy")
                ? OptionalDouble.of(number(sed, "bulk_activation_energy"))
                : OptionalDouble.empty();
        if (sed.path("occupation").asText().equals("fermi_dirac")) {
            final HoppingDiffusivity law =
                    HoppingDiffusivity.of(FermiDiracFilling.of(populated), HoppingModel.HIGHEST_SITE, diffusivity);
            return activation.isPresent() ? law.withBulkActivation(activation.getAsDouble(), temperature) : law;
        }
        final SedDiffusivity law = SedDiffusivity.of(populated, diffusivity);
        return activation.isPresent() ? law.withBulkActivation(activation.getAsDouble(), temperature) : law;
    }

    private static SiteEnergyDistribution shape(JsonNode sed) throws CaseException {
        return switch (sed.path("shape").asText()) {
            case "gaussian" -> GaussianSed.ofFwhm(number(sed, "fwhm"));
            case "gaussian_mixture" -> mixture(sed.path("components"));
            case "skew_normal" -> SkewNormalSed.of(number(sed, "fwhm"), number(sed, "skewness"));
            case "box" -> BoxSed.ofWidth(number(sed, "width"));
            case "exponential" -> ExponentialSed.ofDecay(number(sed, "decay"));
            default -> table(sed.path("file").asText());
        };
    }

    private static SiteEnergyDistribution mixture(JsonNode components) {
        final List<GaussianMixtureSed.Component> gaussians = new ArrayList<>();
        components.forEach(component -> gaussians.add(new GaussianMixtureSed.Component(
                number(component, "weight"), number(component, "center"), number(component, "fwhm"))));
        return GaussianMixtureSed.of(gaussians);
    }

    private static SiteEnergyDistribution table(String text) throws CaseException {
        final Table table = Table.parse(text, "resolved case", 0);
        final double[] energies = Arrays.stream(table.column(0))
                .map(energy -> energy * PhysicalConstants.ELEMENTARY_CHARGE)
                .toArray();
        return TableSed.of(energies, table.column(1));
    }

    private static double number(JsonNode parent, String key) {
        return parent.path(key).doubleValue();
    }
}
