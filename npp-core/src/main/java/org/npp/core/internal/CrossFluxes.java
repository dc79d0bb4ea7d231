package org.npp.core.internal;

import java.util.Arrays;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.flux.EdgeMobility;

/**
 * The part of the fluxes by which ions drag each other: from the off-diagonal of the mobility matrix, edge by edge.
 *
 * <p>\[ J_i^\times = -\frac1h \sum_{j \ne i} r_{ij}\, a_i\, a_j\, f_j, \qquad
 * r_{ij} = \tfrac12 \left[ r_{ij}(L) + r_{ij}(R) \right], \]
 * with amplitudes \( a \) and forces \( f \) of the {@linkplain EdgeMobility edge mobilities}. As \( a_i^2 f_i = -h J_i \)
 * is the diagonal's flux (times the taper, at most 1) and the mean of two correlation matrices is one, the matrix of the
 * edge is positive semidefinite, and so is the production of entropy, \( -\sum J_i f_i \ge 0 \) at every face.
 *
 * <p>On a moving mesh the diagonal flux is relative to the face and has its velocity in its argument. The cross fluxes
 * move no ions along with the face: their forces and amplitudes are those of an edge at rest.
 *
 * <p><strong>Layout.</strong> Derivatives of ion i's amplitude and force {@code [i * columns + column]}, columns: 0 the
 * drop of the potential, {@code 1 + k} the left fraction of ion k, {@code 1 + S + k} the right. Not thread-safe;
 * allocates nothing but itself.
 */
final class CrossFluxes {
    private final int[] charges;
    private final int ions;
    private final int columns;
    private final NodeLaws laws;
    private final EdgeMobility edge = EdgeMobility.create();
    private final EdgeDiffusivity edgeDiffusivity;
    private final double[] partials = new double[2];
    private final double[] amplitude;
    private final double[] force;

    private final double[] logAmplitudeBy;
    private final double[] forceBy;
    private final double[] fluxBy;

    private CrossFluxes(Model model, NodeLaws laws) {
        this.laws = laws;
        edgeDiffusivity = model.edgeDiffusivity();
        charges = model.charges();
        ions = model.ionCount();
        columns = 2 * ions + 1;
        amplitude = new double[ions];
        force = new double[ions];
        logAmplitudeBy = new double[ions * columns];
        forceBy = new double[ions * columns];
        fluxBy = new double[columns];
    }

    static CrossFluxes of(Model model, NodeLaws laws) {
        return new CrossFluxes(model, laws);
    }

    /** Evaluates an ion's part in the cross fluxes through an edge, with the drop and diffusivity of its own flux. */
    private void prepare(Level old, Level trial, int e, int i) {
        final int left = e * ions + i;
        final int right = left + ions;
        final double cL = trial.fraction[left];
        final double cR = trial.fraction[right];
        final double drop = charges[i] * trial.drop[e] + (laws.excess[right] - laws.excess[left]);
        final double diffusivity = edgeDiffusivity.linearize(
                laws.diffusivity[left], laws.diffusivity[right], EdgeFluxes.flowsRight(cL, cR, drop), partials);
        final double difference =
                (old.fraction[left] - old.fraction[right]) + (trial.change[left] - trial.change[right]);
        edge.evaluate(diffusivity, drop, cL, cR, difference);
        amplitude[i] = edge.amplitude();
        force[i] = edge.force();
        if (amplitude[i] == 0) {
            return;
        }
        final int at = i * columns;
        forceBy[at] = charges[i];
        logAmplitudeBy[at] = edge.logByDrop() * charges[i];
        for (int k = 0; k < ions; k++) {
            final double excessL = laws.excessByFraction[left * ions + k];
            final double excessR = laws.excessByFraction[right * ions + k];
            forceBy[at + 1 + k] = -excessL;
            forceBy[at + 1 + ions + k] = excessR;
            logAmplitudeBy[at + 1 + k] = 0.5 * partials[0] * laws.diffusivityByFraction[left * ions + k] / diffusivity
                    - edge.logByDrop() * excessL;
            logAmplitudeBy[at + 1 + ions + k] =
                    0.5 * partials[1] * laws.diffusivityByFraction[right * ions + k] / diffusivity
                            + edge.logByDrop() * excessR;
        }
        forceBy[at + 1 + i] -= 1 / cL;
        forceBy[at + 1 + ions + i] += 1 / cR;
        logAmplitudeBy[at + 1 + i] += edge.logByLeft() / cL;
        logAmplitudeBy[at + 1 + ions + i] += edge.logByRight() / cR;
    }

    /** Adds the cross fluxes of all edges to an assembly that is finished without them. */
    void add(Level old, Level trial, Assembly system) {
        for (int e = 0; e < trial.step.length; e++) {
            for (int i = 0; i < ions; i++) {
                prepare(old, trial, e, i);
            }
            for (int i = 0; i < ions; i++) {
                if (amplitude[i] > 0) {
                    add(e, i, trial.step[e], system);
                }
            }
        }
    }

    private void add(int e, int i, double step, Assembly system) {
        double flux = 0;
        Arrays.fill(fluxBy, 0);
        for (int j = 0; j < ions; j++) {
            if (j == i || amplitude[j] == 0) {
                continue;
            }
            final int pairLeft = (e * ions + i) * ions + j;
            final int pairRight = pairLeft + ions * ions;
            final double product = amplitude[i] * amplitude[j] / step;
            final double coupling = -0.5 * (laws.correlation[pairLeft] + laws.correlation[pairRight]) * product;
            final double partial = coupling * force[j];
            final double byCorrelation = -0.5 * product * force[j];
            flux += partial;
            for (int c = 0; c < columns; c++) {
                fluxBy[c] += partial * (logAmplitudeBy[i * columns + c] + logAmplitudeBy[j * columns + c])
                        + coupling * forceBy[j * columns + c];
            }
            for (int k = 0; k < ions; k++) {
                fluxBy[1 + k] += byCorrelation * laws.correlationByFraction[pairLeft * ions + k];
                fluxBy[1 + ions + k] += byCorrelation * laws.correlationByFraction[pairRight * ions + k];
            }
        }
        system.addFlux(e, i, flux);
        system.addByUnknown(e, i, 0, -fluxBy[0], fluxBy[0]);
        for (int k = 0; k < ions; k++) {
            system.addByUnknown(e, i, 1 + k, fluxBy[1 + k], fluxBy[1 + ions + k]);
        }
    }
}
