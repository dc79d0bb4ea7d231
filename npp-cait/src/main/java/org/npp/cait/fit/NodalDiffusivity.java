package org.npp.cait.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.npp.core.transport.DiffusivityLaw;

/**
 * A diffusivity law times a factor whose logarithm is piecewise linear in \( \ln c \), \( c \) the ion's fraction: what the
 * law is without its shape. Parameters are the logarithms [1] at the nodes; the factor is constant below the first node.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe; nothing is allocated in the numerical methods.
 */
final class NodalDiffusivity implements DiffusivityLaw {
    private final DiffusivityLaw law;
    private final double bulkDensity;

    /** Logarithms of the fractions at the nodes, increasing. */
    private final double[] nodes;

    private final double[] logarithms;
    private final List<String> names;

    private NodalDiffusivity(DiffusivityLaw law, double bulkDensity, double[] nodes, double[] logarithms) {
        this.law = law;
        this.bulkDensity = bulkDensity;
        this.nodes = nodes;
        this.logarithms = logarithms;
        this.names = IntStream.range(0, nodes.length)
                .mapToObj(NodalDiffusivity::name)
                .toList();
    }

    /**
     * Creates the law.
     *
     * @param law what is multiplied
     * @param bulkDensity density at fraction 1 [1/m&sup3;]
     * @param nodes logarithms of the fractions at the nodes, increasing, at least two. Kept.
     * @param logarithms of the factor at the nodes. Kept.
     * @return the law
     */
    static NodalDiffusivity of(DiffusivityLaw law, double bulkDensity, double[] nodes, double[] logarithms) {
        return new NodalDiffusivity(law, bulkDensity, nodes, logarithms);
    }

    static String name(int node) {
        return "node " + node;
    }

    /** Index of the segment of a logarithm, -1 below the first node. */
    private static int segment(double[] nodes, double logarithm) {
        int k = -1;
        while (k < nodes.length - 2 && nodes[k + 1] <= logarithm) {
            k++;
        }
        return k;
    }

    /**
     * Writes the weights of the nodes in the factor's logarithm.
     *
     * @param nodes logarithms of the fractions at the nodes. Not modified.
     * @param logarithm of the fraction
     * @param weights one per node. Overwritten.
     */
    static void weights(double[] nodes, double logarithm, double[] weights) {
        Arrays.fill(weights, 0);
        final int k = segment(nodes, logarithm);
        if (k < 0) {
            weights[0] = 1;
            return;
        }
        final double right = Math.min(1, (logarithm - nodes[k]) / (nodes[k + 1] - nodes[k]));
        weights[k] = 1 - right;
        weights[k + 1] = right;
    }

    private double factor(double density) {
        final double logarithm = Math.log(density / bulkDensity);
        final int k = segment(nodes, logarithm);
        if (k < 0) {
            return Math.exp(logarithms[0]);
        }
        final double right = Math.min(1, (logarithm - nodes[k]) / (nodes[k + 1] - nodes[k]));
        return Math.exp((1 - right) * logarithms[k] + right * logarithms[k + 1]);
    }

    /** Derivative of the factor's logarithm to the density. */
    private double slope(double density) {
        final double logarithm = Math.log(density / bulkDensity);
        final int k = segment(nodes, logarithm);
        return k < 0 || logarithm > nodes[nodes.length - 1]
                ? 0
                : (logarithms[k + 1] - logarithms[k]) / (nodes[k + 1] - nodes[k]) / density;
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        return law.value(ion, densities, temperature) * factor(densities[ion]);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        final double factor = factor(densities[ion]);
        final double value = law.linearize(ion, densities, temperature, byDensity) * factor;
        for (int i = 0; i < byDensity.length; i++) {
            byDensity[i] *= factor;
        }
        byDensity[ion] += value * slope(densities[ion]);
        return value;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        return law.byTemperature(ion, densities, temperature) * factor(densities[ion]);
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        weights(nodes, Math.log(densities[ion] / bulkDensity), byParameter);
        final double value = value(ion, densities, temperature);
        for (int k = 0; k < byParameter.length; k++) {
            byParameter[k] *= value;
        }
    }
}
