package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.boundary.ElectricCondition.SurfaceCharge;
import org.npp.core.boundary.IonCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.linear.BlockTridiagonalMatrix;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.TimeFormula;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.ExcessPotentialLaw;
import org.npp.core.transport.NodeFormula;

/** Every entry of the Jacobian against differences of fourth order of the residual, at random states. */
class JacobianTest {
    private static final int NODES = 7;
    private static final double STEP = 1e-3;
    private static final double TEMPERATURE = 300;

    /** Of the row's largest entry: truncation h^4 f'''''/30 and rounding 1e-16/h of the differences. */
    private static final double TOLERANCE = 2e-9;

    /** Where the upwinding left out falls off over 0.2 in the logarithm of a density ratio. */
    private static final double CENTRED_TOLERANCE = 3e-8;

    private static final List<List<Integer>> CHARGES =
            List.of(List.of(1, 1), List.of(1, -1), List.of(1, 2, -1), List.of(2, 0, 1), List.of(1, 1, -2, 3));

    private static final TimeFormula[] FORMULAS = {
        TimeFormula.implicitEuler(0.3), TimeFormula.bdf2(0.3, 0.2), TimeFormula.steady()
    };

    /** Of the diagonal, and of its off-diagonal: none, of one given sign, or such that depends on the composition. */
    enum Mobility {
        DIAGONAL,
        CORRELATED,
        ISOTOPES
    }

    record Case(
            List<Integer> charges,
            Boundary front,
            Boundary back,
            EdgeDiffusivity edges,
            double debyeSquared,
            Mobility mobility) {
        Case(List<Integer> charges, Boundary front, Boundary back, EdgeDiffusivity edges, double debyeSquared) {
            this(charges, front, back, edges, debyeSquared, Mobility.DIAGONAL);
        }
    }

    static Stream<Case> cases() {
        final List<Case> cases = new ArrayList<>();
        for (final List<Integer> charges : CHARGES) {
            final int ions = charges.size();
            for (final EdgeDiffusivity edges : EdgeDiffusivity.values()) {
                for (final double debyeSquared : new double[] {0, 0.4}) {
                    cases.add(new Case(charges, beam(ions), end(ions, 0.3, discharged()), edges, debyeSquared));
                }
            }
            for (final double debyeSquared : new double[] {0, 0.4}) {
                cases.add(new Case(
                        charges, weakBeam(ions), end(ions, 0.3, discharged()), EdgeDiffusivity.BLENDED, debyeSquared));
            }
            final EdgeDiffusivity blended = EdgeDiffusivity.BLENDED;
            for (final Mobility mobility : List.of(Mobility.CORRELATED, Mobility.ISOTOPES)) {
                final Boundary back = end(ions, 0.3, discharged());
                for (final EdgeDiffusivity edges : EdgeDiffusivity.values()) {
                    cases.add(new Case(charges, beam(ions), back, edges, 0.4, mobility));
                }
                cases.add(new Case(charges, end(ions, 2, density(0.7)), back, blended, 0, mobility));
                cases.add(new Case(charges, charged(ions, influx()), back, blended, 0.4, mobility));
            }
            for (final IonCondition condition : List.of(blocked(), density(0.7), influx(), discharged())) {
                cases.add(new Case(charges, end(ions, 2, condition), end(ions, 0, condition), blended, 0.4));
                cases.add(new Case(charges, charged(ions, condition), end(ions, 0, neutralFirst(ions)), blended, 0.4));
                cases.add(new Case(charges, end(ions, 2, neutralFirst(ions)), charged(ions, condition), blended, 0.4));
            }
        }
        return cases.stream();
    }

    private static IonCondition influx() {
        return new IonCondition.Flux(Drive.piecewiseLinear(new double[] {0, 1}, new double[] {1, 2}));
    }

    private static Boundary beam(int ions) {
        final IonCondition[] conditions = filled(ions, blocked());
        conditions[1] = neutral();
        return Boundary.of(new Attachment(1, Drive.constant(0.8)), conditions);
    }

    private static Boundary weakBeam(int ions) {
        final Attachment beam = new Attachment(1, Drive.constant(0.8), Optional.of(new BeamEnergy(0.5, 1.2)));
        return new Boundary(beam, beam(ions).ions());
    }

    private static Boundary end(int ions, double volts, IonCondition... conditions) {
        return Boundary.of(
                ElectricCondition.potential(volts),
                conditions.length == ions ? conditions : filled(ions, conditions[0]));
    }

    private static Boundary charged(int ions, IonCondition condition) {
        return Boundary.of(new SurfaceCharge(Drive.constant(0.2)), filled(ions, condition));
    }

    private static IonCondition[] neutralFirst(int ions) {
        final IonCondition[] conditions = filled(ions, discharged());
        conditions[0] = neutral();
        return conditions;
    }

    private static IonCondition[] filled(int ions, IonCondition condition) {
        final IonCondition[] conditions = new IonCondition[ions];
        Arrays.fill(conditions, condition);
        return conditions;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEntryIsTheDerivativeOfTheResidual(Case c) {
        for (final TimeFormula formula : FORMULAS) {
            for (int seed = 1; seed <= 2; seed++) {
                compare(c, formula, new Random(seed));
            }
        }
    }

    private static void compare(Case c, TimeFormula formula, Random random) {
        final Model model = model(c, random);
        final int block = model.blockSize();
        final Level old = level(model, random);
        final Level trial = trial(model, old, random);
        final Assembly assembly = Assembly.ofSize(model, NODES);
        assembly.assemble(old, trial, formula);
        final double[] analytic = dense(assembly.matrix);
        final int rows = NODES * block;
        final double[] scale = new double[rows];
        final double tolerance = c.edges == EdgeDiffusivity.CENTRED ? CENTRED_TOLERANCE : TOLERANCE;
        for (int at = 0; at < analytic.length; at++) {
            scale[at / rows] = Math.max(scale[at / rows], Math.abs(analytic[at]));
        }
        for (int column = 0; column < rows; column++) {
            final double[] near = difference(assembly, old, trial, formula, column, STEP);
            final double[] far = difference(assembly, old, trial, formula, column, 2 * STEP);
            for (int row = 0; row < rows; row++) {
                final double expected = (8 * near[row] - far[row]) / (12 * STEP);
                final String place = "row " + row + ", column " + column + ", block size " + block;
                assertEquals(expected, analytic[row * rows + column], tolerance * scale[row], place);
            }
        }
    }

    private static double[] difference(
            Assembly assembly, Level old, Level trial, TimeFormula formula, int column, double step) {
        shift(trial, column, step);
        assembly.assemble(old, trial, formula);
        final double[] difference = assembly.residual.clone();
        shift(trial, column, -2 * step);
        assembly.assemble(old, trial, formula);
        for (int row = 0; row < difference.length; row++) {
            difference[row] -= assembly.residual[row];
        }
        shift(trial, column, step);
        return difference;
    }

    private static void shift(Level trial, int column, double step) {
        final int node = column / (trial.ions + 1);
        final int unknown = column % (trial.ions + 1);
        if (unknown > 0) {
            trial.change[node * trial.ions + unknown - 1] += step;
            return;
        }
        trial.psi[node] += step;
        if (node > 0) {
            trial.drop[node - 1] += step;
        }
        if (node < trial.drop.length) {
            trial.drop[node] -= step;
        }
    }

    private static Model model(Case c, Random random) {
        final int ions = c.charges.size();
        final List<DiffusivityLaw> diffusivities = new ArrayList<>();
        final List<@Nullable ExcessPotentialLaw> excess = new ArrayList<>();
        final double[] virgin = new double[ions];
        for (int i = 0; i < ions; i++) {
            virgin[i] = 0.5 + random.nextDouble();
            diffusivities.add(NodeFormula.exponential(0.5 + random.nextDouble(), slopes(ions, 0.3, random)));
            excess.add(i % 2 == 0 && c.charges.get(i) != 0 ? NodeFormula.quadratic(slopes(ions, 0.03, random)) : null);
        }
        final double chargeScale = 1.7;
        final double thermalVoltage = 0.9;
        final Model model = Model.of(
                TEMPERATURE,
                c.debyeSquared * chargeScale / thermalVoltage,
                thermalVoltage,
                1.3,
                chargeScale,
                c.charges.stream().mapToInt(Integer::intValue).toArray(),
                virgin,
                diffusivities,
                excess,
                c.edges,
                c.front,
                c.back);
        return switch (c.mobility) {
            case DIAGONAL -> model;
            case CORRELATED -> model.withMobility(CorrelatedIons.of(diffusivities, model, random));
            case ISOTOPES -> model.withMobility(CorrelatedIons.isotopes(0.5 + 2 * random.nextDouble(), model));
        };
    }

    private static double[] slopes(int ions, double most, Random random) {
        return random.doubles(ions, -most, most).toArray();
    }

    private static Level level(Model model, Random random) {
        final double[] fraction =
                random.doubles((long) NODES * model.ionCount(), 0.3, 1.5).toArray();
        final double[] psi = new double[NODES];
        for (int k = 1; k < NODES; k++) {
            // away from 0, where the upwind side changes
            psi[k] = psi[k - 1] + (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble());
        }
        final double[] charge = random.doubles(NODES, -0.1, 0.1).toArray();
        return Level.of(0.1, Mesh.of(positions(random)), fraction, psi, charge, 0.05, model.debyeSquared());
    }

    private static Level trial(Model model, Level old, Random random) {
        final Level trial = Level.ofSize(NODES, model.ionCount());
        final Level state = level(model, random);
        trial.time = 0.4;
        trial.move(old, state.x);
        trial.beamChange = 0.11;
        for (int at = 0; at < trial.change.length; at++) {
            trial.change[at] = state.fraction[at] - old.fraction[at];
            old.amountChange[at] = 0.1 * (random.nextDouble() - 0.5);
        }
        for (int k = 0; k < NODES; k++) {
            old.shift[k] = k == 0 || k == NODES - 1 ? 0 : 0.02 * (random.nextDouble() - 0.5);
        }
        System.arraycopy(state.psi, 0, trial.psi, 0, NODES);
        System.arraycopy(state.drop, 0, trial.drop, 0, NODES - 1);
        old.beamChange = 0.07;
        old.surfaceChargeChange = 0.01;
        return trial;
    }

    private static double[] positions(Random random) {
        final double[] x = new double[NODES];
        for (int k = 1; k < NODES; k++) {
            x[k] = k == NODES - 1 ? 1 : (k + 0.6 * (random.nextDouble() - 0.5)) / (NODES - 1);
        }
        return x;
    }

    private static double[] dense(BlockTridiagonalMatrix matrix) {
        final int rows = matrix.nodes() * matrix.blockSize();
        final double[] dense = new double[rows * rows];
        final double[] unit = new double[rows];
        final double[] column = new double[rows];
        for (int j = 0; j < rows; j++) {
            unit[j] = 1;
            matrix.multiply(unit, column);
            unit[j] = 0;
            for (int i = 0; i < rows; i++) {
                dense[i * rows + j] = column[i];
            }
        }
        return dense;
    }
}
