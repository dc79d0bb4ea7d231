package org.npp.core;

import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.boundary.ElectricCondition.SurfaceCharge;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.Surface;
import org.npp.core.transport.ActivatedLaw;
import org.npp.core.transport.ConstantDiffusivity;

/** Everything that goes into a run, as numbers that can be changed one at a time. */
record Specimen(
        Setup setup,
        ActivatedLaw nativeLaw,
        ActivatedLaw excess,
        double foreignDiffusivity,
        double virginDensity,
        double calciumDensity,
        double temperature,
        double frontFactor,
        double frontOffset,
        double backOffset,
        @Nullable NppState start) {

    /** What is done to the sample. */
    enum Setup {
        BEAM,

        /** A third of the beam does not attach in the end. */
        LIMITED_BEAM,
        BEAM_OF_THREE_IONS,
        POTENTIAL,
        SURFACE_CHARGE
    }

    private static final double THICKNESS = 200e-9;
    private static final int NODES = 61;

    /** Time [s] in which the drive rises from 0.7 of its value. */
    private static final double RAMP = 1000;

    private static final BeamEnergy BEAM_ENERGY =
            new BeamEnergy(1 * PhysicalConstants.ELEMENTARY_CHARGE, 0.3 * PhysicalConstants.ELEMENTARY_CHARGE);

    static Specimen of(Setup setup) {
        return new Specimen(
                setup,
                new ActivatedLaw(2e-20, 3, 5000, Glass.BULK),
                new ActivatedLaw(0.1, 1, -400, Glass.BULK),
                1e-20,
                Glass.BULK,
                0.1 * Glass.BULK,
                310,
                1,
                0,
                0,
                null);
    }

    Specimen from(NppState state) {
        return new Specimen(
                setup,
                nativeLaw,
                excess,
                foreignDiffusivity,
                virginDensity,
                calciumDensity,
                temperature,
                frontFactor,
                frontOffset,
                backOffset,
                state);
    }

    /** Scale on which a parameter matters. */
    double scale(Parameter parameter) {
        if (parameter instanceof Parameter.Diffusivity own) {
            return switch (own.name()) {
                case "factor" -> nativeLaw.factor();
                case "slope" -> 1;
                case "activation" -> 5000;
                default -> foreignDiffusivity;
            };
        }
        if (parameter instanceof Parameter.VirginDensity) {
            return Glass.BULK;
        }
        if (parameter instanceof Parameter.DriveOffset offset) {
            return setup == Setup.POTENTIAL || offset.surface() == Surface.BACK ? 1 : driveScale();
        }
        return parameter instanceof Parameter.Temperature ? 100 : 1;
    }

    /** The same with one parameter changed. */
    Specimen plus(Parameter parameter, double change) {
        ActivatedLaw law = nativeLaw;
        ActivatedLaw newExcess = excess;
        double foreign = foreignDiffusivity;
        double virgin = virginDensity;
        double calcium = calciumDensity;
        double kelvin = temperature;
        double factor = frontFactor;
        double offset = frontOffset;
        double backShift = backOffset;
        if (parameter instanceof Parameter.Diffusivity own && own.ion() == 0) {
            law = changed(law, own.name(), change);
        } else if (parameter instanceof Parameter.Diffusivity) {
            foreign += change;
        } else if (parameter instanceof Parameter.ExcessPotential own) {
            newExcess = changed(newExcess, own.name(), change);
        } else if (parameter instanceof Parameter.VirginDensity density && density.ion() == 2) {
            calcium += change;
        } else if (parameter instanceof Parameter.VirginDensity density) {
            virgin += change;
            if (density.scaledLaws()) {
                law = new ActivatedLaw(law.factor(), law.slope(), law.activation(), virgin);
                newExcess = new ActivatedLaw(newExcess.factor(), newExcess.slope(), newExcess.activation(), virgin);
            }
        } else if (parameter instanceof Parameter.Temperature) {
            kelvin += change;
        } else if (parameter instanceof Parameter.DriveFactor) {
            factor += change;
        } else if (parameter instanceof Parameter.DriveOffset given && given.surface() == Surface.FRONT) {
            offset += change;
        } else if (parameter instanceof Parameter.DriveOffset) {
            backShift += change;
        }
        return new Specimen(setup, law, newExcess, foreign, virgin, calcium, kelvin, factor, offset, backShift, start);
    }

    private static ActivatedLaw changed(ActivatedLaw law, String name, double change) {
        return new ActivatedLaw(
                law.factor() + (name.equals("factor") ? change : 0),
                law.slope() + (name.equals("slope") ? change : 0),
                law.activation() + (name.equals("activation") ? change : 0),
                law.bulk());
    }

    NppProblem problem() {
        final NppProblem.Builder builder = NppProblem.builder()
                .temperature(temperature)
                .permittivity(Glass.PERMITTIVITY)
                .ion(new Ion("Li", 1, virginDensity, nativeLaw, Optional.of(excess)))
                .ion(Ion.of("K", 1, 0, ConstantDiffusivity.of(foreignDiffusivity)));
        final boolean three = setup == Setup.BEAM_OF_THREE_IONS;
        if (three) {
            builder.ion(Ion.of("Ca", 2, calciumDensity, ConstantDiffusivity.of(5e-22)));
        }
        builder.front(front(three)).back(back(three)).mesh(Mesh.graded(THICKNESS, 40e-9, NODES - 15, 1.3));
        return (start == null ? builder : builder.start(start)).build();
    }

    private Boundary front(boolean three) {
        final IonCondition[] conditions = three
                ? new IonCondition[] {blocked(), neutral(), blocked()}
                : new IonCondition[] {blocked(), neutral()};
        final double from = 0.7 * driveScale() * frontFactor + frontOffset;
        final double to = driveScale() * frontFactor + frontOffset;
        final Drive drive = Drive.piecewiseLinear(new double[] {0, RAMP}, new double[] {from, to});
        return switch (setup) {
            case BEAM, BEAM_OF_THREE_IONS -> Boundary.of(new Attachment(1, drive), conditions);
            case LIMITED_BEAM -> Boundary.of(new Attachment(1, drive, Optional.of(BEAM_ENERGY)), conditions);
            case POTENTIAL -> Boundary.of(new ElectricCondition.Potential(drive), conditions);
            case SURFACE_CHARGE -> Boundary.of(new SurfaceCharge(drive), conditions);
        };
    }

    private double driveScale() {
        return switch (setup) {
            case BEAM, LIMITED_BEAM, BEAM_OF_THREE_IONS -> Glass.CHARGE_DENSITY * 1e-11;
            case POTENTIAL -> 2;
            case SURFACE_CHARGE -> 0.02;
        };
    }

    private Boundary back(boolean three) {
        final ElectricCondition ground = ElectricCondition.potential(backOffset);
        return three
                ? Boundary.of(ground, discharged(), blocked(), discharged())
                : Boundary.of(ground, discharged(), blocked());
    }
}
