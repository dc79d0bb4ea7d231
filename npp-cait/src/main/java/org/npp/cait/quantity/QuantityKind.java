package org.npp.cait.quantity;

/** What a quantity measures, and the SI unit it is measured in. */
public enum QuantityKind {
    /** Absolute temperature [K]. */
    TEMPERATURE("a temperature", "K"),
    /** Length [m]. */
    LENGTH("a length", "m"),
    /** Area [m&sup2;]. */
    AREA("an area", "m^2"),
    /** Diffusivity [m&sup2;/s]. */
    DIFFUSIVITY("a diffusivity", "m^2/s"),
    /** Number density [1/m&sup3;]. */
    NUMBER_DENSITY("a number density", "1/m^3"),
    /** Time [s]. */
    TIME("a time", "s"),
    /** Electric current [A]. */
    CURRENT("a current", "A"),
    /** Electric current density [A/m&sup2;]. */
    CURRENT_DENSITY("a current density", "A/m^2"),
    /** Charge that has flowed through an area [C/m&sup2;]. */
    DOSE("a charge per area", "C/m^2"),
    /** Electric potential [V]. */
    POTENTIAL("a potential", "V"),
    /** Energy of one particle [J]. */
    ENERGY("an energy", "J");

    /** The kind with its article. */
    private final String label;

    /** Symbol of the SI unit. */
    private final String symbol;

    QuantityKind(String label, String symbol) {
        this.label = label;
        this.symbol = symbol;
    }

    /**
     * Returns the kind in words.
     *
     * @return article and noun, {@code "a length"}
     */
    public String label() {
        return label;
    }

    /**
     * Returns the unit of the parsed numbers.
     *
     * @return symbol of the SI unit, {@code "m"}
     */
    public String symbol() {
        return symbol;
    }
}
