package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Numerics;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.cait.TableDiffusivity;
import org.npp.core.MeshMotion;
import org.npp.core.NppState;
import org.npp.core.PoissonModel;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Drive;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.time.Integrator;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;

/** Makes a case of a resolved tree. */
final class CaseAssembler {
    /** Values of {@code numerics.mesh}. */
    private static final Map<String, MeshMotion> MESHES =
            Map.of("moving", MeshMotion.FOLLOW_FRONTS, "graded", MeshMotion.FIXED);

    /** Values of {@code numerics.interface}. */
    private static final Map<String, EdgeDiffusivity> INTERFACES = Map.of(
            "blended", EdgeDiffusivity.CENTRED,
            "blended_diffusivity", EdgeDiffusivity.BLENDED,
            "harmonic_blended", EdgeDiffusivity.HARMONIC_BLENDED,
            "upwind", EdgeDiffusivity.UPWIND,
            "arithmetic", EdgeDiffusivity.ARITHMETIC,
            "harmonic", EdgeDiffusivity.HARMONIC,
            "logarithmic", EdgeDiffusivity.LOGARITHMIC);

    /** Values of {@code numerics.poisson}. */
    private static final Map<String, PoissonModel> POISSON =
            Map.of("full", PoissonModel.FULL, "electroneutral", PoissonModel.ELECTRONEUTRAL);

    /** Values of {@code numerics.integrator}. */
    private static final Map<String, Integrator> INTEGRATORS =
            Map.of("bdf2", Integrator.BDF2, "implicit_euler", Integrator.IMPLICIT_EULER, "tr_bdf2", Integrator.TR_BDF2);

    /** Tree. */
    private final ObjectNode root;

    /** Temperature [K]. */
    private final double temperature;

    /** Density of all native ions [1/m&sup3;]. */
    private final double bulkDensity;

    private CaseAssembler(ObjectNode root) {
        this.root = root;
        this.temperature = root.path("temperature").doubleValue();
        this.bulkDensity = StreamSupport.stream(root.path("ions").spliterator(), false)
                .mapToDouble(ion -> ion.path("bulk_density").doubleValue())
                .sum();
    }

    /**
     * Makes the case.
     *
     * @param resolved tree without errors, with all defaults and tables
     * @return the case
     * @throws CaseException if a table in the tree is wrong
     * @throws IllegalArgumentException if the parts do not fit
     */
    static CaitCase assemble(ObjectNode resolved) throws CaseException {
        return new CaseAssembler(resolved).assemble();
    }

    private CaitCase assemble() throws CaseException {
        final List<CaitIon> ions = new ArrayList<>();
        final Map<String, DiffusivityLaw> pairs = SharedSitesLaw.of(root.path("ions"));
        for (final Map.Entry<String, JsonNode> entry : root.path("ions").properties()) {
            final JsonNode ion = entry.getValue();
            ions.add(new CaitIon(
                    entry.getKey(),
                    ion.path("charge").intValue(),
                    ion.path("bulk_density").doubleValue(),
                    ion.path("back_electrode").asText().equals("discharged"),
                    pairs.containsKey(entry.getKey()) ? pairs.get(entry.getKey()) : diffusivity(ion)));
        }
        final JsonNode sample = root.path("sample");
        final List<Stage> stages = new ArrayList<>();
        for (final JsonNode stage : root.path("stages")) {
            stages.add(stage(stage));
        }
        final List<Double> times = new ArrayList<>();
        root.path("output").path("times").forEach(t -> times.add(t.doubleValue()));
        final Optional<NppState> start =
                root.has("start") ? Optional.of(StartProfile.state(table(root.path("start")), ions)) : Optional.empty();
        return new CaitCase(
                root.path("title").asText(),
                temperature,
                new Sample(
                        sample.path("thickness").doubleValue(),
                        sample.path("relative_permittivity").doubleValue(),
                        optional(sample, "area")),
                ions,
                stages,
                start,
                times,
                numerics());
    }

    private DiffusivityLaw diffusivity(JsonNode ion) throws CaseException {
        final JsonNode law = ion.path("diffusivity");
        if (law.isNumber()) {
            return ConstantDiffusivity.of(law.doubleValue());
        }
        if (law.has("table")) {
            final Table table = table(law.path("table"));
            return TableDiffusivity.of(table.column(0), table.column(1), bulkDensity);
        }
        final JsonNode sed = law.path("sed");
        final double bulk = ion.has("bulk_density") ? ion.path("bulk_density").doubleValue() : bulkDensity;
        return SedLaw.of(sed, bulk, temperature);
    }

    private Stage stage(JsonNode stage) throws CaseException {
        final double duration = stage.path("duration").doubleValue();
        final OptionalDouble own = optional(stage, "temperature");
        if (!stage.has("ion")) {
            return new Stage(Optional.empty(), Stage.Mode.REST, Drive.constant(0), duration, own);
        }
        final Optional<String> ion = Optional.of(stage.path("ion").asText());
        if (stage.has("potential")) {
            return new Stage(ion, Stage.Mode.POTENTIAL, drive(stage.path("potential"), 1), duration, own);
        }
        final Drive drive = stage.has("current")
                ? drive(stage.path("current"), root.at("/sample/area").doubleValue())
                : drive(stage.path("current_density"), 1);
        final Optional<BeamEnergy> beam = stage.has("beam_energy")
                ? Optional.of(new BeamEnergy(
                        stage.path("beam_energy").doubleValue(),
                        stage.path("beam_energy_spread").doubleValue()))
                : Optional.empty();
        return new Stage(ion, Stage.Mode.CURRENT_DENSITY, drive, duration, own, beam);
    }

    private static Drive drive(JsonNode value, double area) throws CaseException {
        if (value.isNumber()) {
            return Drive.constant(value.doubleValue() / area);
        }
        final Table table = table(value.path("table"));
        final double[] values = table.column(1);
        for (int k = 0; k < values.length; k++) {
            values[k] /= area;
        }
        return Drive.piecewiseLinear(table.column(0), values);
    }

    private Numerics numerics() {
        final JsonNode numerics = root.path("numerics");
        final JsonNode nodes = numerics.path("nodes");
        return new Numerics(
                numerics.path("tolerance").doubleValue(),
                nodes.isNumber() ? OptionalInt.of(nodes.intValue()) : OptionalInt.empty(),
                choice(MESHES, numerics.path("mesh")),
                choice(INTERFACES, numerics.path("interface")),
                choice(POISSON, numerics.path("poisson")),
                choice(INTEGRATORS, numerics.path("integrator")));
    }

    private static <T> T choice(Map<String, T> choices, JsonNode name) {
        return Objects.requireNonNull(choices.get(name.asText()), name.asText());
    }

    private static OptionalDouble optional(JsonNode parent, String key) {
        return parent.has(key) ? OptionalDouble.of(parent.path(key).doubleValue()) : OptionalDouble.empty();
    }

    private static Table table(JsonNode text) throws CaseException {
        return Table.parse(text.asText(), "resolved case", 0);
    }
}
