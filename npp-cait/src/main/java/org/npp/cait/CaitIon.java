package org.npp.cait;

import java.util.Locale;
import java.util.Optional;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.HoppingDiffusivity;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;
import org.npp.sed.SedFilling;
import org.npp.sed.ZeroTemperatureFilling;

/**
 * One ion of the experiment, native or foreign.
 *
 * @param name a letter, then letters and digits
 * @param charge charge number \( z \) [1], \( \ge 1 \)
 * @param bulkDensity number density in the virgin glass [1/m&sup3;], \( \ge 0 \); 0 for a foreign ion
 * @param discharged whether the ion leaves at the back electrode; otherwise it is blocked there
 * @param diffusivity diffusivity law
 */
public record CaitIon(String name, int charge, double bulkDensity, boolean discharged, DiffusivityLaw diffusivity) {
    /**
     * Checks name and numbers.
     *
     * @param name a letter, then letters and digits
     * @param charge charge number \( z \) [1], \( \ge 1 \)
     * @param bulkDensity number density in the virgin glass [1/m&sup3;], \( \ge 0 \); 0 for a foreign ion
     * @param discharged whether the ion leaves at the back electrode; otherwise it is blocked there
     * @param diffusivity diffusivity law
     * @throws IllegalArgumentException if one breaks its rule
     */
    public CaitIon {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("ion name must be a letter, then letters and digits: '" + name + "'");
        }
        if (charge < 1) {
            throw new IllegalArgumentException("charge of " + name + " must be >= 1: " + charge);
        }
        if (!(bulkDensity >= 0 && bulkDensity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "bulk density of %s must be finite and >= 0: %s 1/m^3", name, bulkDensity));
        }
    }

    /**
     * Creates a native ion, discharged at the back electrode.
     *
     * @param name a letter, then letters and digits
     * @param charge charge number \( z \) [1], \( \ge 1 \)
     * @param bulkDensity number density in the virgin glass [1/m&sup3;], \( > 0 \)
     * @param diffusivity diffusivity law
     * @return the ion
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public static CaitIon ofNative(String name, int charge, double bulkDensity, DiffusivityLaw diffusivity) {
        if (!(bulkDensity > 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "bulk density of native %s must be > 0: %s 1/m^3", name, bulkDensity));
        }
        return new CaitIon(name, charge, bulkDensity, true, diffusivity);
    }

    /**
     * Creates a foreign ion, blocked at the back electrode.
     *
     * @param name a letter, then letters and digits
     * @param charge charge number \( z \) [1], \( \ge 1 \)
     * @param diffusivity diffusivity law
     * @return the ion
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public static CaitIon ofForeign(String name, int charge, DiffusivityLaw diffusivity) {
        return new CaitIon(name, charge, 0, false, diffusivity);
    }

    /**
     * Tells whether the virgin glass contains the ion.
     *
     * @return whether the bulk density is above 0
     */
    public boolean isNative() {
        return bulkDensity > 0;
    }

    /**
     * Returns the site energy distribution behind the diffusivity.
     *
     * @return the distribution, empty if the diffusivity has another law
     */
    public Optional<PopulatedSed> sed() {
        return filling().map(SedFilling::sed);
    }

    /**
     * Returns the filling of the site energy distribution behind the diffusivity.
     *
     * @return the filling, empty if the diffusivity has another law
     */
    public Optional<SedFilling> filling() {
        if (diffusivity instanceof SedDiffusivity law) {
            return Optional.of(ZeroTemperatureFilling.of(law.sed()));
        }
        return diffusivity instanceof HoppingDiffusivity law ? Optional.of(law.filling()) : Optional.empty();
    }
}
