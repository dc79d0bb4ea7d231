package org.npp.core;

import java.util.Optional;
import java.util.SplittableRandom;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.NodeFormula;

/** Random numbers, drives and laws from one seed. */
final class Draw {
    private final SplittableRandom random;

    private Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    static Draw of(long seed) {
        return new Draw(seed);
    }

    double between(double least, double largest) {
        return least + (largest - least) * random.nextDouble();
    }

    /** A number whose logarithm is spread evenly. */
    double power(double least, double largest) {
        return least * Math.exp(Math.log(largest / least) * random.nextDouble());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** An integer from 0 to below a limit. */
    int upTo(int limit) {
        return random.nextInt(limit);
    }

    /** A beam that brings the charge of a constant current: steady, with a ramp, or with a pause; some are repelled. */
    ElectricCondition beam(int ion, int charge, double current, double duration, double volts) {
        final double energy = charge * PhysicalConstants.ELEMENTARY_CHARGE * volts * between(0.3, 3);
        final Optional<BeamEnergy> limit =
                chance(0.25) ? Optional.of(new BeamEnergy(energy, energy * between(0.003, 0.1))) : Optional.empty();
        final double at = between(0.2, 0.6) * duration;
        final double later = at + between(0.01, 0.2) * duration;
        final Drive drive = switch (upTo(5)) {
            case 0 -> Drive.piecewiseLinear(new double[] {0, at}, new double[] {0, current});
            case 1 ->
                Drive.piecewiseLinear(
                        new double[] {at, at * (1 + 1e-6), later, later * (1 + 1e-6)},
                        new double[] {current, 0, 0, current});
            default -> Drive.constant(current);
        };
        return new ElectricCondition.Attachment(ion, drive, limit);
    }

    /** A diffusivity of a value in the bulk that is constant or falls, by up to eight decades, as its ion is used up. */
    DiffusivityLaw nativeLaw(int ion, double bulk, double value) {
        final double contrast = power(1e-8, 1);
        return switch (upTo(4)) {
            case 0, 1 -> ConstantDiffusivity.of(value);
            case 2 -> exponential(ion, bulk, value, -Math.log(contrast));
            default -> onset(ion, bulk, value, contrast, between(0.05, 0.3), between(0.01, 0.1));
        };
    }

    /** A diffusivity that is constant or depends on the share of its ion by up to a factor of about 20 either way. */
    DiffusivityLaw foreignLaw(int ion, double bulk, double value) {
        return chance(0.7) ? ConstantDiffusivity.of(value) : exponential(ion, bulk, value, between(-3, 3));
    }

    private static DiffusivityLaw exponential(int ion, double bulk, double value, double slope) {
        return NodeFormula.of(
                n -> value * Math.exp(slope * (Math.min(n[ion] / bulk, 2) - 1)),
                (n, v, j) -> j == ion && n[ion] < 2 * bulk ? v * slope / bulk : 0);
    }

    /** All but a share of the value sets in at a share of the bulk density, within a width in that share. */
    private static DiffusivityLaw onset(int ion, double bulk, double value, double least, double middle, double width) {
        return NodeFormula.of(
                n -> value * (least + (1 - least) * sigmoid((n[ion] / bulk - middle) / width)), (n, v, j) -> {
                    final double s = sigmoid((n[ion] / bulk - middle) / width);
                    return j == ion ? value * (1 - least) * s * (1 - s) / (width * bulk) : 0;
                });
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
