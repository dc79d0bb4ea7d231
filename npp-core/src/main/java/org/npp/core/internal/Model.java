package org.npp.core.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.Boundary;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.ExcessPotentialLaw;
import org.npp.core.transport.MobilityLaw;

/** A problem in scaled quantities: what stays the same through all time steps. Immutable and thread-safe. */
public final class Model {
    private final double temperature;
    private final double thermalVoltage;
    private final double referenceDensity;
    private final double debyeSquared;
    private final double chargeScale;
    private final int[] charges;
    private final double[] virginFractions;
    private final double fixedCharge;
    private final DiffusivityLaw[] diffusivities;
    private final @Nullable ExcessPotentialLaw[] excessPotentials;
    private final EdgeDiffusivity edgeDiffusivity;
    private final Boundary front;
    private final Boundary back;
    private final @Nullable MobilityLaw mobility;

    private Model(
            double temperature,
            double thermalVoltage,
            double referenceDensity,
            double debyeSquared,
            double chargeScale,
            int[] charges,
            double[] virginFractions,
            double fixedCharge,
            DiffusivityLaw[] diffusivities,
            @Nullable ExcessPotentialLaw[] excessPotentials,
            EdgeDiffusivity edgeDiffusivity,
            Boundary front,
            Boundary back,
            @Nullable MobilityLaw mobility) {
        this.temperature = temperature;
        this.thermalVoltage = thermalVoltage;
        this.referenceDensity = referenceDensity;
        this.debyeSquared = debyeSquared;
        this.chargeScale = chargeScale;
        this.charges = charges;
        this.virginFractions = virginFractions;
        this.fixedCharge = fixedCharge;
        this.diffusivities = diffusivities;
        this.excessPotentials = excessPotentials;
        this.edgeDiffusivity = edgeDiffusivity;
        this.front = front;
        this.back = back;
        this.mobility = mobility;
    }

    /**
     * Scales a problem.
     *
     * @param temperature temperature [K]
     * @param permittivity permittivity [F/m]; 0 is the electroneutral model
     * @param thermalVoltage \( kT/e \) [V]
     * @param referenceDensity \( N \) [1/m&sup3;]
     * @param chargeScale \( eN \) [C/m&sup3;]
     * @param charges charge numbers
     * @param virginDensities densities in the virgin sample [1/m&sup3;]
     * @param diffusivities diffusivity laws
     * @param excessPotentials laws of the excess chemical potential, null where ideal
     * @param edgeDiffusivity strategy for the edges
     * @param front conditions at depth 0
     * @param back conditions at the last node
     * @return the model
     */
    public static Model of(
            double temperature,
            double permittivity,
            double thermalVoltage,
            double referenceDensity,
            double chargeScale,
            int[] charges,
            double[] virginDensities,
            List<DiffusivityLaw> diffusivities,
            List<@Nullable ExcessPotentialLaw> excessPotentials,
            EdgeDiffusivity edgeDiffusivity,
            Boundary front,
            Boundary back) {
        final double[] virgin = new double[charges.length];
        double fixedCharge = 0;
        for (int i = 0; i < charges.length; i++) {
            virgin[i] = virginDensities[i] / referenceDensity;
            fixedCharge += charges[i] * virgin[i];
        }
        return new Model(
                temperature,
                thermalVoltage,
                referenceDensity,
                permittivity * thermalVoltage / chargeScale,
                chargeScale,
                charges,
                virgin,
                fixedCharge,
                diffusivities.toArray(new DiffusivityLaw[0]),
                excessPotentials.toArray(new @Nullable ExcessPotentialLaw[0]),
                edgeDiffusivity,
                front,
                back,
                null);
    }

    /**
     * Returns the same model with a mobility matrix in the place of the diffusivities.
     *
     * @param law the law; null for none
     * @return the model
     */
    public Model withMobility(@Nullable MobilityLaw law) {
        return with(front, law);
    }

    /** The same model with other conditions at depth 0. */
    Model withFront(Boundary other) {
        return with(other, mobility);
    }

    private Model with(Boundary otherFront, @Nullable MobilityLaw otherMobility) {
        return new Model(
                temperature,
                thermalVoltage,
                referenceDensity,
                debyeSquared,
                chargeScale,
                charges,
                virginFractions,
                fixedCharge,
                diffusivities,
                excessPotentials,
                edgeDiffusivity,
                otherFront,
                back,
                otherMobility);
    }

    /**
     * Returns the temperature.
     *
     * @return temperature [K]
     */
    public double temperature() {
        return temperature;
    }

    /**
     * Returns the thermal voltage.
     *
     * @return \( kT/e \) [V]
     */
    public double thermalVoltage() {
        return thermalVoltage;
    }

    /**
     * Returns the thermal energy.
     *
     * @return \( kT \) [J]
     */
    public double thermalEnergy() {
        return thermalVoltage * (chargeScale / referenceDensity);
    }

    /**
     * Returns the unit of densities.
     *
     * @return \( N \) [1/m&sup3;]
     */
    public double referenceDensity() {
        return referenceDensity;
    }

    /**
     * Returns the square of the Debye length.
     *
     * @return \( \lambda^2 \), 0 in the electroneutral model [m&sup2;]
     */
    public double debyeSquared() {
        return debyeSquared;
    }

    /**
     * Returns the unit of charge densities.
     *
     * @return \( eN \): a charge per area over this is a length [C/m&sup3;]
     */
    public double chargeScale() {
        return chargeScale;
    }

    /**
     * Returns the charge numbers.
     *
     * @return charge numbers \( z_i \); shared, not to be modified [1]
     */
    public int[] charges() {
        return charges;
    }

    /**
     * Returns the fractions in the virgin sample.
     *
     * @return \( n_i^{virgin}/N \); shared, not to be modified [1]
     */
    public double[] virginFractions() {
        return virginFractions;
    }

    /**
     * Returns the charge that the mobile ions balance.
     *
     * @return \( \sum z_i n_i^{virgin}/N \), the counter-charge of the network [1]
     */
    public double fixedCharge() {
        return fixedCharge;
    }

    /**
     * Returns the diffusivities.
     *
     * @return diffusivity laws, unused where there is a mobility law; shared, not to be modified
     */
    public DiffusivityLaw[] diffusivities() {
        return diffusivities;
    }

    /**
     * Returns the mobility law.
     *
     * @return law of the mobility matrix; null where the ions have their own diffusivities
     */
    public @Nullable MobilityLaw mobility() {
        return mobility;
    }

    /**
     * Returns the excess potentials.
     *
     * @return laws of the excess chemical potential, null where ideal; shared, not to be modified
     */
    public @Nullable ExcessPotentialLaw[] excessPotentials() {
        return excessPotentials;
    }

    /**
     * Returns the edge diffusivity.
     *
     * @return strategy for the edges
     */
    public EdgeDiffusivity edgeDiffusivity() {
        return edgeDiffusivity;
    }

    /**
     * Returns the front.
     *
     * @return conditions at depth 0
     */
    public Boundary front() {
        return front;
    }

    /**
     * Returns the back.
     *
     * @return conditions at the last node
     */
    public Boundary back() {
        return back;
    }

    /**
     * Returns the number of ions.
     *
     * @return S
     */
    public int ionCount() {
        return charges.length;
    }

    /**
     * Returns the number of unknowns per node.
     *
     * @return S + 1
     */
    public int blockSize() {
        return charges.length + 1;
    }
}
