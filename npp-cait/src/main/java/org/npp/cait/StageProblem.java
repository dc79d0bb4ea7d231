package org.npp.cait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.npp.core.Ion;
import org.npp.core.NppProblem;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;

/** Translates a stage into a Nernst&ndash;Planck&ndash;Poisson problem. */
final class StageProblem {
    private StageProblem() {}

    /**
     * Returns the problem of a stage.
     *
     * @param experiment the case
     * @param index index of the stage
     * @param begin time at which it begins [s]
     * @param mesh mesh of a virgin sample
     * @param start state at the end of the stage before; empty for virgin glass
     * @return the problem
     */
    static NppProblem of(CaitCase experiment, int index, double begin, Mesh mesh, Optional<NppState> start) {
        final Stage stage = experiment.stages().get(index);
        final NppProblem.Builder builder = NppProblem.builder()
                .temperature(stage.temperature().orElse(experiment.temperature()))
                .permittivity(experiment.sample().relativePermittivity() * PhysicalConstants.VACUUM_PERMITTIVITY)
                .mesh(mesh)
                .front(front(experiment, index, begin, start))
                .back(back(experiment));
        for (final CaitIon ion : experiment.ions()) {
            builder.ion(Ion.of(ion.name(), ion.charge(), ion.bulkDensity(), ion.diffusivity()));
        }
        start.ifPresent(builder::start);
        return builder.build();
    }

    private static Boundary front(CaitCase experiment, int index, double begin, Optional<NppState> start) {
        final Stage stage = experiment.stages().get(index);
        final int entering = enteringIon(experiment, index, start);
        final Drive drive = new DelayedDrive(stage.drive(), begin);
        final ElectricCondition electric;
        if (stage.mode() == Stage.Mode.POTENTIAL) {
            electric = new ElectricCondition.Potential(drive);
        } else if (entering >= 0) {
            electric = new ElectricCondition.Attachment(entering, drive, stage.beamEnergy());
        } else {
            electric = new ElectricCondition.SurfaceCharge(
                    Drive.constant(start.map(NppState::surfaceCharge).orElse(0.0)));
        }
        final List<IonCondition> conditions = new ArrayList<>();
        for (int i = 0; i < experiment.ions().size(); i++) {
            conditions.add(i == entering ? IonCondition.neutral() : IonCondition.blocked());
        }
        return new Boundary(electric, conditions);
    }

    /**
     * In a rest the ions that are still on the surface go on entering: those of the last stage that had any, or, on a
     * start profile, the foreign ions that are most frequent at the surface.
     */
    private static int enteringIon(CaitCase experiment, int index, Optional<NppState> start) {
        for (int stage = index; stage >= 0; stage--) {
            final Optional<String> name = experiment.stages().get(stage).ion();
            for (int i = 0; name.isPresent() && i < experiment.ions().size(); i++) {
                if (experiment.ions().get(i).name().equals(name.get())) {
                    return i;
                }
            }
        }
        return start.isPresent() && start.get().surfaceCharge() > 0
                ? mostFrequentForeignIon(experiment, start.get())
                : -1;
    }

    private static int mostFrequentForeignIon(CaitCase experiment, NppState start) {
        int most = -1;
        for (int i = 0; i < experiment.ions().size(); i++) {
            final boolean more = most < 0 || start.density(i, 0) > start.density(most, 0);
            if (!experiment.ions().get(i).isNative() && more) {
                most = i;
            }
        }
        return most;
    }

    private static Boundary back(CaitCase experiment) {
        final List<IonCondition> conditions = new ArrayList<>();
        for (final CaitIon ion : experiment.ions()) {
            conditions.add(ion.discharged() ? IonCondition.discharged() : IonCondition.blocked());
        }
        return new Boundary(ElectricCondition.potential(0), conditions);
    }
}
