package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.report.plot.NumberText;
import org.npp.core.History;
import org.npp.core.NppState;
import org.npp.core.RunStatistics;

/** How well the run kept what must be kept, and what it cost. */
final class ConservationSection {
    private final CaitResult result;

    ConservationSection(CaitResult result) {
        this.result = result;
    }

    void append(Html page) {
        final RunStatistics s = result.statistics();
        final List<Html.Row> rows = new ArrayList<>();
        rows.add(row(
                "Ion balance, relative error",
                s.ionBalanceError(),
                "ions entered against ions found, worst ion and time"));
        rows.add(row(
                "Current uniformity, relative error",
                s.currentUniformityError(),
                "total current between any two depths, worst time"));
        rows.add(row("Least fraction", s.minDensityFraction(), "of any ion, node and time; must not be negative"));
        rows.add(row(
                "Largest excess charge", s.maxExcessChargeFraction(), "over the charge of the bulk ions, at the end"));
        doseError()
                .ifPresent(error -> rows.add(row(
                        "Dose, relative error",
                        error,
                        "foreign ions in the final profile and charge on the surface, against the charge passed")));
        final String aim =
                "aim " + NumberText.significant(result.experiment().numerics().tolerance(), 3);
        rows.add(new Html.Row(
                "Estimated profile error L1",
                result.profileError().isPresent()
                        ? NumberText.significant(result.profileError().getAsDouble(), 3)
                        : "not estimated",
                aim));
        rows.add(new Html.Row(
                "Time steps",
                Integer.toString(s.timeSteps()),
                s.rejectedSteps() + " redone; " + s.newtonIterations() + " linear solves; " + s.nodes() + " nodes"));
        rows.add(new Html.Row("Solver time", Scale.of(s.seconds(), "s").text(s.seconds(), 3), ""));
        page.section("Conservation").table(rows);
    }

    private static Html.Row row(String name, double value, String remark) {
        return new Html.Row(name, NumberText.significant(value, 3), remark);
    }

    /**
     * Charge of the foreign ions found and of the surface, over the charge passed, less one; empty if the run did not
     * begin with virgin glass, a native ion was attached, or no charge has passed.
     */
    private OptionalDouble doseError() {
        final List<CaitIon> ions = result.experiment().ions();
        final List<History.Entry> entries = result.history().entries();
        final boolean nativeAttached = result.experiment().stages().stream()
                .flatMap(stage -> stage.ion().stream())
                .anyMatch(name -> ions.stream()
                        .anyMatch(ion -> ion.isNative() && ion.name().equals(name)));
        if (result.experiment().start().isPresent() || nativeAttached || entries.isEmpty()) {
            return OptionalDouble.empty();
        }
        final double passed = entries.get(entries.size() - 1).charge();
        final NppState state = result.finalState();
        double found = state.surfaceCharge();
        for (int i = 0; i < ions.size(); i++) {
            if (!ions.get(i).isNative()) {
                found += ELEMENTARY_CHARGE * ions.get(i).charge() * perArea(state, i);
            }
        }
        return passed == 0 ? OptionalDouble.empty() : OptionalDouble.of(found / passed - 1);
    }

    /** Ions per area [1/m&sup2;], cell by cell. */
    private static double perArea(NppState state, int ion) {
        double sum = 0;
        for (int k = 1; k < state.mesh().size(); k++) {
            final double step = state.mesh().node(k) - state.mesh().node(k - 1);
            sum += 0.5 * step * (state.density(ion, k) + state.density(ion, k - 1));
        }
        return sum;
    }
}
