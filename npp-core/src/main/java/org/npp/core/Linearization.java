package org.npp.core;

import java.util.Locale;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.impedance.ImpedanceSpectrum;
import org.npp.core.internal.Level;
import org.npp.core.internal.Model;
import org.npp.core.internal.SmallSignal;
import org.npp.core.linear.BlockTridiagonalSolver;

/** A problem linearised about one of its states. */
final class Linearization {
    private final Level level;
    private final SmallSignal signal;

    /** Area resistance in units of the scaled response [V m/(A s/m)], \( (kT/e)/(eN) \). */
    private final double unit;

    private Linearization(Model model, Level level) {
        this.level = level;
        signal = SmallSignal.of(model, level);
        unit = model.thermalVoltage() / model.chargeScale();
    }

    static Linearization of(NppProblem problem, NppState state, SolverOptions options) {
        if (!(problem.back().electric() instanceof ElectricCondition.Potential)) {
            throw new IllegalArgumentException("impedance: the back must have a given potential");
        }
        if (state.ionCount() != problem.ions().size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "impedance: state has %d ions, problem %d",
                    state.ionCount(),
                    problem.ions().size()));
        }
        final ScaledProblem scaled = ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
        return new Linearization(scaled.model(), scaled.level(state));
    }

    ImpedanceSpectrum spectrum(double[] angularFrequencies) {
        final double[] real = new double[angularFrequencies.length];
        final double[] imaginary = new double[angularFrequencies.length];
        for (int i = 0; i < real.length; i++) {
            final double omega = ImpedanceSpectrum.requireFrequency(i, angularFrequencies[i]);
            final int singular = signal.solve(omega);
            if (singular != BlockTridiagonalSolver.SUCCESS) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "impedance at omega = %s rad/s: no ion can answer the current at node %d (x = %.6g nm)",
                        omega,
                        singular,
                        level.depth(singular) * 1e9));
            }
            real[i] = signal.real() * unit;
            imaginary[i] = signal.imaginary() * unit;
        }
        return ImpedanceSpectrum.of(angularFrequencies, real, imaginary);
    }
}
