package org.npp.cait.report;

import java.util.List;
import java.util.stream.Collectors;
import org.npp.cait.CaitIon;
import org.npp.cait.report.plot.NumberText;

/** Ions as people write them. */
final class IonText {
    /** No instances. */
    private IonText() {}

    /** Symbol with charge, such as K⁺ or Ca²⁺. */
    static String of(CaitIon ion) {
        final String power =
                ion.charge() == 1 ? "" : NumberText.powerOfTen(ion.charge()).substring(2);
        return ion.name() + power + "\u207a";
    }

    /** Symbols of the native ions, joined by a plus if there are several. */
    static String natives(List<CaitIon> ions) {
        return ions.stream().filter(CaitIon::isNative).map(IonText::of).collect(Collectors.joining(" + "));
    }

    /** Symbol of the ion of that name. */
    static String named(List<CaitIon> ions, String name) {
        return ions.stream()
                .filter(i -> i.name().equals(name))
                .map(IonText::of)
                .findFirst()
                .orElse(name);
    }
}
