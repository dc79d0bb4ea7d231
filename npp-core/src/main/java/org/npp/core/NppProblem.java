package org.npp.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.MobilityLaw;

/**
 * A complete, immutable Nernst&ndash;Planck&ndash;Poisson problem: sample, ions, surfaces and start.
 *
 * <p>The network's counter-charge is fixed and uniform, \( -e \sum_i z_i n_i^{\text{virgin}} \), whatever profile a run
 * starts from. A start profile brings its own mesh.
 *
 * <pre>{@code
 * NppProblem problem = NppProblem.builder()
 *         .temperature(300)
 *         .permittivity(10 * PhysicalConstants.VACUUM_PERMITTIVITY)
 *         .ion(Ion.of("Li", 1, 1.41e28, ConstantDiffusivity.of(1e-17)))
 *         .ion(Ion.of("K", 1, 0, ConstantDiffusivity.of(2e-21)))
 *         .mesh(Mesh.logarithmic(0.5e-3, 0.2e-9, 120))
 *         .front(Boundary.of(new Attachment(1, Drive.constant(1e-3)), blocked(), neutral()))
 *         .back(Boundary.of(potential(0), discharged(), blocked()))
 *         .build();
 * }</pre>
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class NppProblem {
    /** Temperature [K]. */
    private final double temperature;

    /** Permittivity [F/m]. */
    private final double permittivity;

    /** The ions. */
    private final List<Ion> ions;

    /** Mobility matrix, or null where the ions have their own diffusivities. */
    private final @Nullable MobilityLaw mobility;

    /** Nodes. */
    private final Mesh mesh;

    /** Conditions at depth 0. */
    private final Boundary front;

    /** Conditions at the last node. */
    private final Boundary back;

    /** Start profile, or null for the virgin sample at time 0. */
    private final @Nullable NppState start;

    private NppProblem(
            double temperature,
            double permittivity,
            List<Ion> ions,
            @Nullable MobilityLaw mobility,
            Mesh mesh,
            Boundary front,
            Boundary back,
            @Nullable NppState start) {
        this.temperature = temperature;
        this.permittivity = permittivity;
        this.ions = ions;
        this.mobility = mobility;
        this.mesh = mesh;
        this.front = front;
        this.back = back;
        this.start = start;
    }

    /**
     * Begins the description of a problem.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the temperature.
     *
     * @return temperature [K]
     */
    public double temperature() {
        return temperature;
    }

    /**
     * Returns the permittivity.
     *
     * @return \( \varepsilon = \varepsilon_r \varepsilon_0 \) [F/m]
     */
    public double permittivity() {
        return permittivity;
    }

    /**
     * Returns the ions.
     *
     * @return unmodifiable list
     */
    public List<Ion> ions() {
        return ions;
    }

    /**
     * Returns the law of the full mobility matrix.
     *
     * @return the law; empty where the ions have their own diffusivities and do not drag each other
     */
    public Optional<MobilityLaw> mobility() {
        return Optional.ofNullable(mobility);
    }

    /**
     * Returns the mesh the run starts on.
     *
     * @return the start profile's mesh, or the one given
     */
    public Mesh mesh() {
        return mesh;
    }

    /**
     * Returns the conditions at the front surface, depth 0.
     *
     * @return the front
     */
    public Boundary front() {
        return front;
    }

    /**
     * Returns the conditions at the back, the last node.
     *
     * @return the back
     */
    public Boundary back() {
        return back;
    }

    /**
     * Returns the profile the run starts from.
     *
     * @return the start, empty for the virgin sample at time 0
     */
    public Optional<NppState> start() {
        return Optional.ofNullable(start);
    }

    /** Collects the parts of an {@link NppProblem}; not thread-safe. */
    public static final class Builder {
        private double temperature = Double.NaN;
        private double permittivity = Double.NaN;
        private final List<Ion> ions = new ArrayList<>();
        private @Nullable MobilityLaw mobility;
        private @Nullable Mesh mesh;
        private @Nullable Boundary front;
        private @Nullable Boundary back;
        private @Nullable NppState start;

        private Builder() {}

        /**
         * Sets the temperature.
         *
         * @param kelvin temperature [K], finite, \( > 0 \)
         * @return this builder
         */
        public Builder temperature(double kelvin) {
            this.temperature = kelvin;
            return this;
        }

        /**
         * Sets the permittivity.
         *
         * @param permittivity \( \varepsilon_r \varepsilon_0 \) [F/m], finite, \( > 0 \)
         * @return this builder
         */
        public Builder permittivity(double permittivity) {
            this.permittivity = permittivity;
            return this;
        }

        /**
         * Adds an ion; its index is the number of ions added before.
         *
         * @param ion the ion
         * @return this builder
         */
        public Builder ion(Ion ion) {
            ions.add(ion);
            return this;
        }

        /**
         * Sets the full mobility matrix, \( J_i = -\sum_j L_{ij} \partial_x \bar\mu_j \), in the place of the ions'
         * diffusivities: they are its diagonal, \( D_i = kT L_{ii}/n_i \), and the ions must have none of their own
         * ({@link Ion#of(String, int, double)}). With \( L_{ij} = 0 \) for \( i \ne j \) the result is that of these
         * diffusivities.
         *
         * @param law law of the matrix, for all ions in the order they are added
         * @return this builder
         */
        public Builder mobility(MobilityLaw law) {
            this.mobility = law;
            return this;
        }

        /**
         * Sets the mesh; not needed where a start profile brings one.
         *
         * @param mesh nodes
         * @return this builder
         */
        public Builder mesh(Mesh mesh) {
            this.mesh = mesh;
            return this;
        }

        /**
         * Sets the conditions at depth 0.
         *
         * @param front the front
         * @return this builder
         */
        public Builder front(Boundary front) {
            this.front = front;
            return this;
        }

        /**
         * Sets the conditions at the last node.
         *
         * @param back the back
         * @return this builder
         */
        public Builder back(Boundary back) {
            this.back = back;
            return this;
        }

        /**
         * Starts from a profile and its mesh instead of the virgin sample.
         *
         * @param start the profile, with as many ions as the problem
         * @return this builder
         */
        public Builder start(NppState start) {
            this.start = start;
            return this;
        }

        /**
         * Checks everything and builds the problem.
         *
         * @return the problem
         * @throws IllegalArgumentException if a part is missing or parts do not fit; the message names part and rule
         */
        public NppProblem build() {
            checkPositive("temperature", temperature, "K");
            checkPositive("permittivity", permittivity, "F/m");
            checkIons();
            MobilityCheck.check(mobility, ions, temperature);
            final Boundary checkedFront = checked("front", front);
            final Boundary checkedBack = checked("back", back);
            if (checkedBack.electric() instanceof ElectricCondition.Attachment) {
                throw new IllegalArgumentException("back: attachment is a condition of the front");
            }
            if (!(checkedFront.electric() instanceof ElectricCondition.Potential)
                    && !(checkedBack.electric() instanceof ElectricCondition.Potential)) {
                throw new IllegalArgumentException("front or back must have a given potential");
            }
            if (checkedFront.electric() instanceof ElectricCondition.Attachment attachment) {
                checkAttachment(checkedFront, attachment);
            }
            return new NppProblem(
                    temperature,
                    permittivity,
                    List.copyOf(ions),
                    mobility,
                    checkedMesh(),
                    checkedFront,
                    checkedBack,
                    start);
        }

        private static void checkPositive(String name, double value, String unit) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s must be finite and > 0: %s %s", name, value, unit));
            }
        }

        private void checkIons() {
            if (ions.isEmpty()) {
                throw new IllegalArgumentException("problem needs at least one ion");
            }
            final HashSet<String> names = new HashSet<>();
            for (final Ion ion : ions) {
                if (!names.add(ion.name())) {
                    throw new IllegalArgumentException("ion names must differ: " + ion.name() + " twice");
                }
            }
        }

        private Boundary checked(String name, @Nullable Boundary boundary) {
            if (boundary == null) {
                throw new IllegalArgumentException(name + ": boundary is missing");
            }
            if (boundary.ions().size() != ions.size()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s: needs one condition per ion: %d conditions, %d ions",
                        name,
                        boundary.ions().size(),
                        ions.size()));
            }
            int neutral = 0;
            for (int i = 0; i < ions.size(); i++) {
                if (boundary.ions().get(i) instanceof IonCondition.Neutral) {
                    neutral++;
                    if (ions.get(i).chargeNumber() == 0) {
                        throw new IllegalArgumentException(name + ": an uncharged ion can't keep the surface neutral: "
                                + ions.get(i).name());
                    }
                }
            }
            if (neutral > 1) {
                throw new IllegalArgumentException(name + ": only one ion can keep the surface neutral");
            }
            return boundary;
        }

        private void checkAttachment(Boundary front, ElectricCondition.Attachment attachment) {
            if (attachment.ion() >= ions.size()) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "front: attached ion %d of %d ions", attachment.ion(), ions.size()));
            }
            if (!(front.ions().get(attachment.ion()) instanceof IonCondition.Neutral)) {
                throw new IllegalArgumentException("front: the attached ion must be neutral(): "
                        + ions.get(attachment.ion()).name());
            }
        }

        private Mesh checkedMesh() {
            final NppState from = start;
            if (from != null) {
                if (from.ionCount() != ions.size()) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT, "start profile has %d ions, problem %d", from.ionCount(), ions.size()));
                }
                return from.mesh();
            }
            if (mesh == null) {
                throw new IllegalArgumentException("mesh is missing");
            }
            return mesh;
        }
    }
}
