package org.npp.sed;

/**
 * The chemical potential of ions at one temperature against the smaller of the shares of occupied and vacant sites.
 *
 * @param filling the filling
 * @param temperature temperature [K]
 * @param upper whether the argument is the share of vacant sites, and not of occupied ones
 */
record LevelTail(FermiDiracFilling filling, double temperature, boolean upper) implements QuantilePiece.Function {
    @Override
    public double value(double share) {
        return upper ? filling.level(1 - share, share, temperature) : filling.level(share, 1 - share, temperature);
    }

    @Override
    public double slope(double share, double level) {
        return (upper ? -1 : 1) * filling.byFilling(level, temperature);
    }
}
