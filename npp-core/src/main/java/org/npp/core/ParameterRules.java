package org.npp.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.time.Integrator;
import org.npp.core.transport.LocalLaw;

/** Which parameters a problem has. */
final class ParameterRules {
    private ParameterRules() {}

    /** Copies the list, or throws. */
    static List<Parameter> checked(NppProblem problem, List<? extends Parameter> parameters, Integrator integrator) {
        if (!parameters.isEmpty() && integrator == Integrator.TR_BDF2) {
            throw new IllegalArgumentException("derivatives to parameters need BDF2 or implicit Euler: " + integrator);
        }
        if (!parameters.isEmpty() && problem.mobility().isPresent()) {
            throw new IllegalArgumentException("derivatives to parameters are not available with a mobility matrix");
        }
        final Set<Parameter> seen = new HashSet<>();
        for (final Parameter parameter : parameters) {
            if (!seen.add(parameter)) {
                throw new IllegalArgumentException("parameters must differ: " + parameter + " twice");
            }
            check(problem, parameter);
        }
        return List.copyOf(parameters);
    }

    private static void check(NppProblem problem, Parameter parameter) {
        if (parameter instanceof Parameter.Diffusivity own) {
            requireName(
                    parameter, own.name(), ion(problem, parameter, own.ion()).diffusivity());
        } else if (parameter instanceof Parameter.ExcessPotential own) {
            final LocalLaw law = ion(problem, parameter, own.ion())
                    .excessPotential()
                    .orElseThrow(() -> new IllegalArgumentException(parameter + ": the ion has no excess potential"));
            requireName(parameter, own.name(), law);
        } else if (parameter instanceof Parameter.VirginDensity virgin) {
            final Ion ion = ion(problem, parameter, virgin.ion());
            if (virgin.scaledLaws() && !(ion.virginDensity() > 0)) {
                throw new IllegalArgumentException(parameter + ": the virgin density must be > 0 to scale laws by it");
            }
        }
    }

    private static Ion ion(NppProblem problem, Parameter parameter, int ion) {
        if (ion >= problem.ions().size()) {
            throw new IllegalArgumentException(
                    parameter + ": the problem has " + problem.ions().size() + " ions");
        }
        return problem.ions().get(ion);
    }

    private static void requireName(Parameter parameter, String name, LocalLaw law) {
        if (!law.parameterNames().contains(name)) {
            throw new IllegalArgumentException(parameter + ": the law's parameters are " + law.parameterNames());
        }
    }
}
