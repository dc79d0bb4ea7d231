package org.npp.cait.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.report.Provenance;

/** The tables of curves that follow from a fit. */
final class FitCurves {
    /** No instances. */
    private FitCurves() {}

    static void sed(Appendable out, FittedCurves.Sites sites, Provenance provenance) throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.header(List.of(
                "energy_eV",
                "density_per_eV",
                "populated_per_eV",
                "mobile_per_eV",
                "density_low_per_eV",
                "density_high_per_eV"));
        for (final FittedCurves.Site s : sites.points()) {
            table.row(s.energyEv(), s.density(), s.populated(), s.mobile(), s.low(), s.high());
        }
    }

    static void diffusivity(Appendable out, FittedCurves curves, Provenance provenance) throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.line("energies are relative to the bulk; constrained: 1 where the data determine the native ion's"
                + " diffusivity within a factor of two whatever its shape");
        final List<String> header = new ArrayList<>(List.of("fraction", "fermi_energy_eV", "activation_energy_eV"));
        final List<FittedCurves.Diffusivities> ions = curves.diffusivities();
        for (final FittedCurves.Diffusivities ion : ions) {
            final String name = ion.ion() + "_diffusivity_m2_per_s";
            header.addAll(List.of(name, name + "_low", name + "_high"));
        }
        header.add("constrained");
        table.header(header);
        for (int k = 0; k < FittedCurves.POINTS; k++) {
            final double fraction = FittedCurves.fraction(k);
            final double[] row = new double[header.size()];
            row[0] = fraction;
            row[1] = curves.fermiEnergyEv(fraction).orElse(Double.NaN);
            row[2] = curves.fermiEnergyEv(fraction).isPresent() ? 0 - row[1] : Double.NaN;
            int column = 3;
            for (final FittedCurves.Diffusivities ion : ions) {
                row[column++] = ion.value(k);
                row[column++] = ion.low(k);
                row[column++] = ion.high(k);
            }
            row[column] = curves.constrained(fraction) ? 1 : 0;
            table.row(row);
        }
    }
}
