package org.npp.cait.casefile;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.npp.sed.GaussianSed;

/** Rules of sites that two ions share, in words. What breaks the schema is skipped here. */
final class SharedSitesRules {
    /** Key of the law. */
    static final String KEY = "shared_sites";

    /** Greatest standard deviation of energies over kT. */
    private static final double WIDEST = 10;

    /** The file. */
    private final YamlTree yaml;

    /** What is wrong. */
    private final Errors errors;

    /** Which ion shares the sites of which. */
    private final Map<String, String> sharing = new HashMap<>();

    private SharedSitesRules(YamlTree yaml, Errors errors) {
        this.yaml = yaml;
        this.errors = errors;
    }

    static void check(YamlTree yaml, Errors errors) {
        final SharedSitesRules rules = new SharedSitesRules(yaml, errors);
        yaml.root().path("ions").properties().forEach(ion -> {
            final JsonNode shared = ion.getValue().path("diffusivity").path(KEY);
            if (shared.path("with").isTextual()) {
                rules.check(ion.getKey(), shared);
            }
        });
    }

    private static Pointer law(String ion) {
        return Pointer.ROOT.child("ions").child(ion).child("diffusivity");
    }

    private void check(String ion, JsonNode shared) {
        final JsonNode ions = yaml.root().path("ions");
        final String other = shared.path("with").asText();
        final Pointer place = law(ion).child(KEY).child("with");
        if (!ions.has(other) || other.equals(ion)) {
            final List<String> names = new ArrayList<>();
            ions.fieldNames().forEachRemaining(names::add);
            names.remove(ion);
            add(place, "must name another ion of the case, one of " + String.join(", ", names) + ": " + other);
            return;
        }
        final String first = sharing.putIfAbsent(other, ion);
        if (first != null) {
            add(place, "two ions share sites, and " + other + " shares its own with " + first + " already");
            return;
        }
        final JsonNode sed = ions.path(other).path("diffusivity").path("sed");
        if (!ions.path(other).has("bulk_density") || !sed.path("shape").asText().equals("gaussian")) {
            add(place, "must name a native ion with a sed of shape gaussian: " + other);
            return;
        }
        checkOwner(sed, law(other).child("sed"), ion);
        checkWidth(shared, law(ion).child(KEY).child("fwhm"));
        checkWidth(sed, law(other).child("sed").child("fwhm"));
    }

    /** What sites can't have that are shared. */
    private void checkOwner(JsonNode sed, Pointer pointer, String ion) {
        if (!sed.path("occupation").asText().equals("fermi_dirac")) {
            final Pointer occupation = pointer.child("occupation");
            errors.add(
                    occupation,
                    yaml.line(sed.has("occupation") ? occupation : pointer),
                    "must be fermi_dirac where sites are shared, here with " + ion);
        }
        if (sed.path("immobile_fraction").asDouble() != 0) {
            add(pointer.child("immobile_fraction"), "must be 0 where sites are shared, here with " + ion);
        }
        if (sed.has("bulk_activation_energy")) {
            add(pointer.child("bulk_activation_energy"), "can't be given where sites are shared, here with " + ion);
        }
    }

    private void checkWidth(JsonNode law, Pointer pointer) {
        double coldest = yaml.root().path("temperature").asDouble();
        for (final JsonNode stage : yaml.root().path("stages")) {
            coldest = Math.min(coldest, stage.path("temperature").asDouble(coldest));
        }
        final double fwhm = law.path("fwhm").asDouble();
        final double deviation = fwhm > 0 ? GaussianSed.ofFwhm(fwhm).standardDeviation() : 0;
        if (coldest > 0 && deviation > WIDEST * BOLTZMANN * coldest) {
            add(
                    pointer,
                    String.format(
                            Locale.ROOT,
                            "must be at most 23.5 kT of the coldest stage where sites are shared, %.4g K: %s",
                            coldest,
                            yaml.text(pointer)));
        }
    }

    private void add(Pointer field, String message) {
        errors.add(field, yaml.line(field), message);
    }
}
