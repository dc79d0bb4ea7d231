package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.pair.PairDiffusivity;
import org.npp.sed.pair.SharedSites;

/** Makes the diffusivities of ions that share sites, of a resolved tree. */
final class SharedSitesLaw {
    /** No instances. */
    private SharedSitesLaw() {}

    /**
     * Makes the laws.
     *
     * @param ions the tree under {@code ions}
     * @return one law for both ions of a pair, by the names of both
     */
    static Map<String, DiffusivityLaw> of(JsonNode ions) {
        final List<String> names = new ArrayList<>();
        ions.fieldNames().forEachRemaining(names::add);
        final Map<String, DiffusivityLaw> laws = new HashMap<>();
        ions.properties().forEach(ion -> {
            final JsonNode shared = ion.getValue().path("diffusivity").path(SharedSitesRules.KEY);
            if (shared.isObject()) {
                final String owner = shared.path("with").asText();
                final DiffusivityLaw law =
                        law(ions.path(owner), shared).forIons(names.indexOf(owner), names.indexOf(ion.getKey()));
                laws.put(owner, law);
                laws.put(ion.getKey(), law);
            }
        });
        return laws;
    }

    private static PairDiffusivity law(JsonNode owner, JsonNode shared) {
        final JsonNode sed = owner.path("diffusivity").path("sed");
        final double bulk = owner.path("bulk_density").doubleValue();
        final SharedSites sites = SharedSites.of(
                bulk / (1 - sed.path("vacancy_fraction").doubleValue()),
                sed.path("fwhm").doubleValue(),
                shared.path("fwhm").doubleValue(),
                shared.path("correlation").doubleValue());
        return PairDiffusivity.of(
                sites,
                bulk,
                sed.path("bulk_diffusivity").doubleValue(),
                shared.path("bulk_diffusivity").doubleValue());
    }
}
