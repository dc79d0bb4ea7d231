package org.npp.sed;

/**
 * One tail of a shape's quantile.
 *
 * @param shape the shape
 * @param upper whether the argument is the share of sites above the energy, and not below
 */
record ShapeTail(SiteEnergyDistribution shape, boolean upper) implements QuantilePiece.Function {
    @Override
    public double value(double share) {
        return upper ? shape.complementaryQuantile(share) : shape.quantile(share);
    }

    @Override
    public double slope(double share, double energy) {
        return (upper ? -1 : 1) / shape.density(energy);
    }
}
