package org.npp.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.core.Ion;
import org.npp.core.NppProblem;
import org.npp.core.PhysicalConstants;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.Model;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ExcessPotentialLaw;

/** An example case as the problem that the solver of npp-core is given: one stage, Li out at the back. */
public final class ExampleProblem {
    private final CaitCase experiment;

    private ExampleProblem(CaitCase experiment) {
        this.experiment = experiment;
    }

    /**
     * Reads a case.
     *
     * @param name name of the example case
     * @return its problem
     */
    public static ExampleProblem of(String name) {
        return new ExampleProblem(LithiumBorate.read(name));
    }

    /**
     * Returns how long the beam is on.
     *
     * @return duration [s]
     */
    public double duration() {
        return experiment.duration();
    }

    /**
     * Returns the thickness of the sample.
     *
     * @return thickness [m]
     */
    public double thickness() {
        return experiment.sample().thickness();
    }

    /**
     * Returns the density of Li in the virgin sample.
     *
     * @return density [1/m&sup3;]
     */
    public double bulkDensity() {
        return experiment.bulkDensity();
    }

    /**
     * Returns the problem.
     *
     * @param mesh nodes
     * @return the problem
     */
    public NppProblem on(Mesh mesh) {
        final NppProblem.Builder builder = NppProblem.builder()
                .temperature(experiment.temperature())
                .permittivity(permittivity())
                .mesh(mesh)
                .front(front())
                .back(back());
        for (final CaitIon ion : experiment.ions()) {
            builder.ion(Ion.of(ion.name(), ion.charge(), ion.bulkDensity(), ion.diffusivity()));
        }
        return builder.build();
    }

    /**
     * Returns the problem on nodes that are to follow the front.
     *
     * @param nodes number of nodes
     * @return the problem
     */
    public NppProblem onNodes(int nodes) {
        return on(Mesh.uniform(experiment.sample().thickness(), nodes));
    }

    /**
     * Returns the scaled model of the problem.
     *
     * @param edges strategy for the edges
     * @return the model
     */
    public Model model(EdgeDiffusivity edges) {
        final List<CaitIon> ions = experiment.ions();
        return Model.of(
                experiment.temperature(),
                permittivity(),
                PhysicalConstants.BOLTZMANN * experiment.temperature() / PhysicalConstants.ELEMENTARY_CHARGE,
                experiment.bulkDensity(),
                PhysicalConstants.ELEMENTARY_CHARGE * experiment.bulkDensity(),
                ions.stream().mapToInt(CaitIon::charge).toArray(),
                ions.stream().mapToDouble(CaitIon::bulkDensity).toArray(),
                ions.stream().map(CaitIon::diffusivity).toList(),
                ideal(ions.size()),
                edges,
                front(),
                back());
    }

    private static List<@Nullable ExcessPotentialLaw> ideal(int ions) {
        final List<@Nullable ExcessPotentialLaw> laws = new ArrayList<>();
        for (int i = 0; i < ions; i++) {
            laws.add(null);
        }
        return laws;
    }

    private double permittivity() {
        return experiment.sample().relativePermittivity() * PhysicalConstants.VACUUM_PERMITTIVITY;
    }

    private Boundary front() {
        return Boundary.of(
                new ElectricCondition.Attachment(1, experiment.stages().get(0).drive()),
                IonCondition.blocked(),
                IonCondition.neutral());
    }

    private static Boundary back() {
        return Boundary.of(ElectricCondition.potential(0), IonCondition.discharged(), IonCondition.blocked());
    }
}
