package org.npp.cait.onsager;

import java.util.List;
import java.util.Optional;
import org.npp.onsager.form.ReferenceFrame;
import org.npp.onsager.md.DisplacementSeries;
import org.npp.onsager.md.EinsteinRelation;

/**
 * Displacement correlations of a molecular dynamics run and what is known of the box.
 *
 * <p><strong>Layout.</strong> The quantities of the series are the products of all pairs of ions, in the order of
 * {@link org.npp.onsager.uncertainty.UpperTriangle}, then, if there are {@linkplain #tracers tracers}, the mean squared
 * displacement per particle of each ion. <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class DisplacementRun {
    private final List<String> ions;
    private final int[] charges;
    private final EinsteinRelation box;
    private final DisplacementSeries series;
    private final boolean tracers;

    /** Particles of each ion, none if not known. */
    private final double[] particles;

    private final Optional<ReferenceFrame> frame;

    private DisplacementRun(
            List<String> ions,
            int[] charges,
            EinsteinRelation box,
            DisplacementSeries series,
            boolean tracers,
            double[] particles,
            Optional<ReferenceFrame> frame) {
        this.ions = ions;
        this.charges = charges;
        this.box = box;
        this.series = series;
        this.tracers = tracers;
        this.particles = particles;
        this.frame = frame;
    }

    /**
     * Creates a run.
     *
     * @param ions names of the ions
     * @param charges charge number of each [1]. Not modified.
     * @param box volume, temperature and dimensions
     * @param series the correlations
     * @param tracers whether the series has the mean squared displacements
     * @param particles number of particles of each ion, \( \gt 0 \); empty if not known. Not modified.
     * @param frame frame of the displacements; empty if that of the network, or not known
     * @return the run
     * @throws IllegalArgumentException if the lengths differ
     */
    public static DisplacementRun of(
            List<String> ions,
            int[] charges,
            EinsteinRelation box,
            DisplacementSeries series,
            boolean tracers,
            double[] particles,
            Optional<ReferenceFrame> frame) {
        final boolean counted = particles.length == 0 || particles.length == ions.size();
        if (charges.length != ions.size() || !counted) {
            throw new IllegalArgumentException("charges and particles must have one entry per ion: " + charges.length
                    + " and " + particles.length + " for " + ions.size());
        }
        return new DisplacementRun(List.copyOf(ions), charges.clone(), box, series, tracers, particles.clone(), frame);
    }

    /**
     * Returns the names of the ions.
     *
     * @return unmodifiable list
     */
    public List<String> ions() {
        return ions;
    }

    /**
     * Returns the charge numbers.
     *
     * @return a new array [1]
     */
    public int[] charges() {
        return charges.clone();
    }

    /**
     * Returns the relation of the box.
     *
     * @return volume, temperature, dimensions
     */
    public EinsteinRelation box() {
        return box;
    }

    /**
     * Returns the correlations.
     *
     * @return the series
     */
    public DisplacementSeries series() {
        return series;
    }

    /**
     * Tells whether the series has the mean squared displacements per particle.
     *
     * @return whether it has
     */
    public boolean tracers() {
        return tracers;
    }

    /**
     * Returns the densities.
     *
     * @return a new array, one entry per ion [1/m&sup3;]; empty if the particles were not counted
     */
    public double[] densities() {
        final double[] densities = particles.clone();
        for (int i = 0; i < densities.length; i++) {
            densities[i] /= box.volume();
        }
        return densities;
    }

    /**
     * Returns the frame of the displacements.
     *
     * @return that of the centre of mass; empty if that of the network, or not known
     */
    public Optional<ReferenceFrame> frame() {
        return frame;
    }
}
