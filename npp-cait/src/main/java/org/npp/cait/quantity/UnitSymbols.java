package org.npp.cait.quantity;

import static javax.measure.MetricPrefix.CENTI;
import static javax.measure.MetricPrefix.FEMTO;
import static javax.measure.MetricPrefix.KILO;
import static javax.measure.MetricPrefix.MICRO;
import static javax.measure.MetricPrefix.MILLI;
import static javax.measure.MetricPrefix.NANO;
import static javax.measure.MetricPrefix.PICO;
import static tech.units.indriya.unit.Units.AMPERE;
import static tech.units.indriya.unit.Units.COULOMB;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KELVIN;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.MINUTE;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.VOLT;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.measure.Unit;
import javax.measure.quantity.ElectricCurrent;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Length;
import org.npp.core.PhysicalConstants;
import tech.units.indriya.function.MultiplyConverter;

/**
 * The unit symbols of case files. Each is spelled in one way here, micro as {@code u}; {@link QuantityParser} folds the
 * other spellings into it.
 */
final class UnitSymbols {
    /** Symbols in the order in which they are offered. */
    static final Map<String, Unit<?>> ALL = all();

    /** No instances. */
    private UnitSymbols() {}

    private static Map<String, Unit<?>> all() {
        final Map<String, Unit<?>> map = new LinkedHashMap<>();
        map.put("K", KELVIN);
        map.put("s", SECOND);
        map.put("ms", MILLI(SECOND));
        map.put("us", MICRO(SECOND));
        map.put("ns", NANO(SECOND));
        map.put("ps", PICO(SECOND));
        map.put("fs", FEMTO(SECOND));
        map.put("min", MINUTE);
        map.put("h", HOUR);
        map.put("d", DAY);
        final Map<String, Unit<Length>> lengths = new LinkedHashMap<>();
        lengths.put("m", METRE);
        lengths.put("cm", CENTI(METRE));
        lengths.put("mm", MILLI(METRE));
        lengths.put("um", MICRO(METRE));
        lengths.put("nm", NANO(METRE));
        final Map<String, Unit<ElectricCurrent>> currents = new LinkedHashMap<>();
        currents.put("A", AMPERE);
        currents.put("mA", MILLI(AMPERE));
        currents.put("uA", MICRO(AMPERE));
        currents.put("nA", NANO(AMPERE));
        currents.put("pA", PICO(AMPERE));
        map.putAll(lengths);
        map.putAll(currents);
        lengths.forEach((symbol, length) -> {
            map.put(symbol + "^2", length.pow(2));
            map.put(symbol + "^2/s", length.pow(2).divide(SECOND));
            map.put("1/" + symbol + "^3", length.pow(-3));
            map.put(symbol + "^-3", length.pow(-3));
            map.put("C/" + symbol + "^2", COULOMB.divide(length.pow(2)));
            map.put("mC/" + symbol + "^2", MILLI(COULOMB).divide(length.pow(2)));
            map.put("uC/" + symbol + "^2", MICRO(COULOMB).divide(length.pow(2)));
            currents.forEach((ampere, current) -> map.put(ampere + "/" + symbol + "^2", current.divide(length.pow(2))));
        });
        map.put("V", VOLT);
        map.put("mV", MILLI(VOLT));
        map.put("kV", KILO(VOLT));
        map.put("J", JOULE);
        final Unit<Energy> electronvolt =
                JOULE.transform(MultiplyConverter.of(BigDecimal.valueOf(PhysicalConstants.ELEMENTARY_CHARGE)));
        map.put("eV", electronvolt);
        map.put("meV", MILLI(electronvolt));
        map.put("keV", KILO(electronvolt));
        return Collections.unmodifiableMap(map);
    }
}
