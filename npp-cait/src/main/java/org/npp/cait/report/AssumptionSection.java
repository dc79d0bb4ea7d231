package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Stage;
import org.npp.cait.report.plot.NumberText;
import org.npp.core.PhysicalConstants;
import org.npp.core.PoissonModel;
import org.npp.sed.pair.PairDiffusivity;
import org.npp.sed.pair.SharedSites;

/** What the model takes for granted. */
final class AssumptionSection {
    private final CaitCase experiment;

    AssumptionSection(CaitCase experiment) {
        this.experiment = experiment;
    }

    void append(Html page) {
        final List<String> items = new ArrayList<>();
        items.add("One dimension; temperature "
                + NumberText.significant(experiment.temperature(), 5)
                + "\u00a0K, relative permittivity "
                + NumberText.significant(experiment.sample().relativePermittivity(), 4)
                + ", both the same everywhere"
                + (experiment.stages().stream().anyMatch(s -> s.temperature().isPresent())
                        ? " (some stages have a temperature of their own)."
                        : "."));
        items.add(
                "The counter-charge of the network is fixed and uniform, equal to that of the native ions of the virgin"
                        + " glass, "
                        + NumberText.significant(experiment.bulkDensity(), 4)
                        + "\u00a0m\u207b\u00b3.");
        items.add("Nernst\u2013Planck fluxes: an ion's flux depends on its own gradient and the field only (no cross"
                + " coefficients), with effective (conductivity) diffusion coefficients and no thermodynamic factor.");
        items.add(
                experiment.numerics().poisson() == PoissonModel.FULL
                        ? "The potential follows from Poisson\u2019s equation."
                        : "The glass is taken as electrically neutral everywhere.");
        experiment.ions().forEach(ion -> {
            items.add(back(ion));
            ion.filling()
                    .ifPresent(filling -> items.add(IonText.of(ion)
                            + (ion.isNative() ? " (native)" : " (foreign)")
                            + " moves from the highest level its ions reach in a site energy distribution, "
                            + SedText.of(filling) + "."));
        });
        items.addAll(shared());
        for (int s = 0; s < experiment.stages().size(); s++) {
            items.add("Stage " + (s + 1) + ": " + front(experiment.stages().get(s)) + ".");
        }
        if (experiment.start().isPresent()) {
            items.add("The run begins with the profile of an earlier run.");
        }
        page.section("What was assumed").list(items);
    }

    /** Ions that one law of a pair serves. */
    private List<String> shared() {
        final List<String> items = new ArrayList<>();
        final List<CaitIon> ions = experiment.ions();
        for (int i = 0; i < ions.size(); i++) {
            for (int k = i + 1; k < ions.size(); k++) {
                if (ions.get(i).diffusivity() instanceof PairDiffusivity law
                        && law == ions.get(k).diffusivity()
                        && law.occupation() instanceof SharedSites) {
                    items.add(IonText.of(ions.get(i)) + " and " + IonText.of(ions.get(k))
                            + " compete for the same sites, filled by Fermi and Dirac\u2019s probability; each moves from"
                            + " the level of its chemical potential.");
                }
            }
        }
        return items;
    }

    private static String back(CaitIon ion) {
        return IonText.of(ion)
                + (ion.isNative() ? " (native) " : " (foreign) ")
                + (ion.discharged()
                        ? "is discharged at the back electrode and leaves."
                        : "is blocked at the back electrode.");
    }

    private String front(Stage stage) {
        final String time = Scale.ofTime(stage.duration()).text(stage.duration(), 4);
        final String ion = IonText.named(experiment.ions(), stage.ion().orElse(""));
        return switch (stage.mode()) {
            case CURRENT_DENSITY ->
                "attachment of " + ion + " for " + time + ", " + drive(stage, "A/m\u00b2") + energy(stage)
                        + ": the beam\u2019s charge stays on the surface, from which the ion enters a neutral glass";
            case POTENTIAL ->
                "entry of " + ion + " for " + time + " at a given potential of the surface, " + drive(stage, "V");
            case REST -> "rest for " + time + ", no current";
        };
    }

    private static String energy(Stage stage) {
        return stage.beamEnergy()
                .map(beam -> ", ions of " + electronVolts(beam.energy()) + " (standard deviation "
                        + electronVolts(beam.spread())
                        + "), of which those attach that can climb the potential of the surface")
                .orElse("");
    }

    private static String electronVolts(double joules) {
        return NumberText.significant(joules / PhysicalConstants.ELEMENTARY_CHARGE, 4) + "\u00a0eV";
    }

    private static String drive(Stage stage, String unit) {
        if (stage.drive().kinks().length > 0) {
            return "changing with time";
        }
        final double value = stage.drive().value(0);
        return Scale.of(Math.abs(value), unit).text(value, 6);
    }
}
