package org.npp.cait.output;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.inversion.InvertedProfile;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.cait.report.InversionReport;
import org.npp.cait.report.Provenance;
import org.npp.sed.PopulatedSed;

/**
 * The files of a direct inversion: {@code diffusivity.csv}, {@code sed.csv}, {@code report.html} and
 * {@code summary.json}.
 *
 * <p>Densities of sites are per site: over \( N_s = N/(1 - f_v) \), with the vacancies of the case's distribution, or none
 * where the case has no distribution; so they integrate to at most the populated share. The inversion sees neither vacant
 * nor immobile sites: all that it finds is given as populated and mobile.
 */
public final class InversionFiles {
    /** No instances. */
    private InversionFiles() {}

    /**
     * Writes the files.
     *
     * @param directory where to
     * @param inverted what was found
     * @param measured the profile
     * @param read the case
     * @throws OutputException if a file can't be written
     */
    public static void write(
            ResultDirectory directory, InvertedProfile inverted, MeasuredProfile measured, CaseFile read)
            throws OutputException {
        final Provenance provenance = Provenance.of(read.sha256(), Clock.systemUTC());
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        files.put("diffusivity.csv", w -> diffusivities(w, inverted, measured, provenance));
        files.put("sed.csv", w -> sites(w, inverted, measured, read, provenance));
        files.put(
                "report.html",
                w -> w.write(InversionReport.html(inverted, measured, read.experiment(), read.yaml(), provenance)));
        files.put(
                "summary.json",
                w -> w.write(summary(inverted, measured, read.sha256()).toPrettyString() + "\n"));
        directory.write(files);
    }

    private static CsvTable table(Writer out, MeasuredProfile measured, Provenance provenance) throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.comment("profile", measured.synthetic() ? "synthetic" : "measured");
        return table;
    }

    private static void diffusivities(
            Writer out, InvertedProfile inverted, MeasuredProfile measured, Provenance provenance) throws IOException {
        final CsvTable table = table(out, measured, provenance);
        table.line("energies are relative to the bulk; constrained: 1 where the profile fixes the value");
        final String name = inverted.nativeIon() + "_diffusivity_m2_per_s";
        table.header(List.of(
                "fraction",
                "fermi_energy_eV",
                "activation_energy_eV",
                name,
                name + "_low",
                name + "_high",
                "constrained"));
        for (final InvertedProfile.Diffusivity d : inverted.diffusivities()) {
            final double energy = inverted.fermiEnergy(d.value()) / ELEMENTARY_CHARGE;
            table.row(d.fraction(), energy, 0 - energy, d.value(), d.low(), d.high(), d.constrained() ? 1 : 0);
        }
    }

    private static void sites(
            Writer out, InvertedProfile inverted, MeasuredProfile measured, CaseFile read, Provenance provenance)
            throws IOException {
        final double all = read.experiment().ions().stream()
                .filter(ion -> ion.isNative() && ion.sed().isPresent())
                .map(ion -> ion.sed().get())
                .mapToDouble(PopulatedSed::siteDensity)
                .findFirst()
                .orElse(inverted.bulkDensity());
        final CsvTable table = table(out, measured, provenance);
        table.comment("site_density_per_m3", Double.toString(all));
        table.header(List.of(
                "energy_eV",
                "density_per_eV",
                "populated_per_eV",
                "mobile_per_eV",
                "density_low_per_eV",
                "density_high_per_eV",
                "constrained"));
        final double unit = ELEMENTARY_CHARGE / all;
        for (final InvertedProfile.Sites s : inverted.sites()) {
            final double density = s.density() * unit;
            table.row(
                    s.energy() / ELEMENTARY_CHARGE,
                    density,
                    density,
                    density,
                    s.low() * unit,
                    s.high() * unit,
                    s.constrained() ? 1 : 0);
        }
    }

    /**
     * Summarises an inversion as in {@code summary.json}.
     *
     * @param inverted what was found
     * @param measured the profile
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @return a new object
     */
    public static ObjectNode summary(InvertedProfile inverted, MeasuredProfile measured, String caseSha256) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", Provenance.programVersion());
        json.put("case_sha256", caseSha256);
        json.put("inversion", "direct");
        json.put("synthetic_profile", measured.synthetic());
        json.put("front_depth_m", inverted.frontDepth());
        json.put("dose_depth_m", inverted.vt());
        json.put("foreign_content_m", inverted.foreignContent());
        json.put("diffusion_length_m", inverted.diffusionLength());
        json.put("smoothing_effective_parameters", inverted.effectiveParameters());
        final ArrayNode formulas = json.putArray("formulas");
        final ObjectNode fan = formulas.addObject();
        fan.put("name", "fan");
        fan.put("told_from_depth_m", inverted.toldFrom());
        fan.put("told_to_depth_m", inverted.toldTo());
        // declared: within 10 %
        final OptionalDouble from = inverted.validFrom();
        fan.put("valid_from_depth_m", from.isPresent() ? (Double) from.getAsDouble() : null);
        fan.put("valid_to_depth_m", from.isPresent() ? (Double) inverted.toldTo() : null);
        fan.put("method_relative_error", inverted.greatestError());
        fan.put("method_least_relative_error", inverted.leastError());
        fan.put("uncorrected_relative_deviation", inverted.diffusionBias());
        fan.put("uncorrected_greatest_relative_deviation", inverted.greatestDiffusionBias());
        range(fan, inverted, InvertedProfile.Origin.FAN);
        if (inverted.of(InvertedProfile.Origin.FRONT).findAny().isPresent()) {
            final ObjectNode front = formulas.addObject();
            front.put("name", "front");
            range(front, inverted, InvertedProfile.Origin.FRONT);
        }
        final ArrayNode warnings = json.putArray("warnings");
        inverted.warnings()
                .forEach(w -> warnings.addObject().put("code", "inversion").put("message", w));
        json.put("complete", true);
        return json;
    }

    private static void range(ObjectNode json, InvertedProfile inverted, InvertedProfile.Origin origin) {
        json.put(
                "fraction_from",
                inverted.of(origin)
                        .mapToDouble(InvertedProfile.Diffusivity::fraction)
                        .min()
                        .orElse(0));
        json.put(
                "fraction_to",
                inverted.of(origin)
                        .mapToDouble(InvertedProfile.Diffusivity::fraction)
                        .max()
                        .orElse(0));
        json.put("points", inverted.of(origin).count());
    }

    /**
     * Tells the result in a few lines.
     *
     * @param inverted what was found
     * @return lines without their ends
     */
    public static List<String> lines(InvertedProfile inverted) {
        final List<InvertedProfile.Diffusivity> fan =
                inverted.of(InvertedProfile.Origin.FAN).toList();
        return List.of(
                String.format(Locale.ROOT, "  front depth        %.2f nm", inverted.frontDepth() * 1e9),
                String.format(
                        Locale.ROOT,
                        "  inverted           %.1f to %.1f nm, %s fraction %.4f to %.4f",
                        inverted.toldFrom() * 1e9,
                        inverted.toldTo() * 1e9,
                        inverted.nativeIon(),
                        fan.get(0).fraction(),
                        fan.get(fan.size() - 1).fraction()),
                "  valid within 10 %  "
                        + (inverted.validFrom().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.1f to %.1f nm",
                                        inverted.validFrom().getAsDouble() * 1e9,
                                        inverted.toldTo() * 1e9)
                                : "at no depth: diffusion spoils it"),
                String.format(
                        Locale.ROOT,
                        "  error of method    up to %.1f %% of D at %.0f nm, %.1f %% at %.0f nm (diffusion length %.3g nm)",
                        100 * inverted.greatestError(),
                        inverted.toldFrom() * 1e9,
                        100 * inverted.leastError(),
                        inverted.toldTo() * 1e9,
                        inverted.diffusionLength() * 1e9),
                String.format(
                        Locale.ROOT,
                        "  without correction the formula of the drift limit is %.0f %% too %s on the mean, up to %.0f %%",
                        100 * Math.abs(inverted.diffusionBias()),
                        inverted.diffusionBias() < 0 ? "low" : "high",
                        100 * Math.abs(inverted.greatestDiffusionBias())));
    }
}
