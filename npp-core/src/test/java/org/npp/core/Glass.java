package org.npp.core;

import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.NodeFormula;

/** A glass of one native cation, bombarded by a foreign one: the sample of most tests. */
final class Glass {
    /** Bulk density of the native ion [1/m³]. */
    static final double BULK = 1.4e28;

    static final double TEMPERATURE = 300;
    static final double PERMITTIVITY = 10 * PhysicalConstants.VACUUM_PERMITTIVITY;

    /** kT/e [V]. */
    static final double THERMAL_VOLTAGE =
            PhysicalConstants.BOLTZMANN * TEMPERATURE / PhysicalConstants.ELEMENTARY_CHARGE;

    /** eN [C/m³]. */
    static final double CHARGE_DENSITY = PhysicalConstants.ELEMENTARY_CHARGE * BULK;

    private Glass() {}

    /** Temperature, permittivity and the two ions; the mesh and the surfaces are to be added. */
    static NppProblem.Builder ofIons(DiffusivityLaw nativeLaw, DiffusivityLaw foreignLaw) {
        return NppProblem.builder()
                .temperature(TEMPERATURE)
                .permittivity(PERMITTIVITY)
                .ion(Ion.of("Li", 1, BULK, nativeLaw))
                .ion(Ion.of("K", 1, 0, foreignLaw));
    }

    /** A beam of the foreign ion onto a grounded sample. */
    static NppProblem.Builder bombarded(DiffusivityLaw nativeLaw, DiffusivityLaw foreignLaw, Drive current) {
        return ofIons(nativeLaw, foreignLaw)
                .front(Boundary.of(new Attachment(1, current), blocked(), neutral()))
                .back(groundedBack());
    }

    /** A reservoir of the foreign ion at a constant potential on a grounded sample. */
    static NppProblem.Builder poled(DiffusivityLaw nativeLaw, DiffusivityLaw foreignLaw, double volts) {
        return ofIons(nativeLaw, foreignLaw)
                .front(Boundary.of(ElectricCondition.potential(volts), blocked(), neutral()))
                .back(groundedBack());
    }

    static Boundary groundedBack() {
        return Boundary.of(ElectricCondition.potential(0), discharged(), blocked());
    }

    /** A native diffusivity that falls by four decades as the native ion is used up. */
    static DiffusivityLaw steep(double bulkValue) {
        final double decades = 4 * Math.log(10);
        return NodeFormula.exponential(bulkValue * Math.exp(-decades), decades / BULK, 0);
    }

    static DiffusivityLaw constant(double value) {
        return ConstantDiffusivity.of(value);
    }

    /** The beam that replaces the given depth of glass completely in a given time. */
    static Drive beam(double depth, double time) {
        return Drive.constant(CHARGE_DENSITY * depth / time);
    }

    /** Amount of an ion in the sample, over the bulk density [m]. */
    static double amount(NppState state, int ion) {
        final Mesh mesh = state.mesh();
        double sum = 0;
        for (int k = 1; k < mesh.size(); k++) {
            final double mean = 0.5 * (state.density(ion, k - 1) + state.density(ion, k));
            sum += (mesh.node(k) - mesh.node(k - 1)) * (mean / BULK);
        }
        return sum;
    }
}
