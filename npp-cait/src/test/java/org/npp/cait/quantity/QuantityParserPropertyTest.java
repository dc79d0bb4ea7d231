package org.npp.cait.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityParserPropertyTest {
    /** Units with their exact factors to SI, written down by hand. */
    private static final Map<String, String> FACTORS =
            Map.of("m", "1", "cm", "1e-2", "mm", "1e-3", "um", "1e-6", "nm", "1e-9");

    @Property(seed = "1")
    void everyDoubleInSiUnitsIsReadBackUnchanged(@ForAll("positive") double value) {
        assertEquals(value, QuantityParser.parse(value + " A/m^2", QuantityKind.CURRENT_DENSITY));
        assertEquals(-value, QuantityParser.parse(-value + "V", QuantityKind.POTENTIAL));
        assertEquals(value, QuantityParser.parseNumber(Double.toString(value)));
    }

    @Property(seed = "2")
    void prefixesAreExactDecimalFactors(@ForAll("positive") double value, @ForAll("units") String unit) {
        final BigDecimal exact = BigDecimal.valueOf(value).multiply(new BigDecimal(FACTORS.getOrDefault(unit, "")));
        assertEquals(exact.doubleValue(), QuantityParser.parse(value + " " + unit, QuantityKind.LENGTH));
    }

    @Provide
    static Arbitrary<Double> positive() {
        // by their bits, so that all magnitudes are as likely and all digits are used
        return Arbitraries.longs()
                .between(Double.doubleToLongBits(1e-290), Double.doubleToLongBits(1e290))
                .map(Double::longBitsToDouble);
    }

    @Provide
    static Arbitrary<String> units() {
        return Arbitraries.of(FACTORS.keySet().stream().sorted().toList());
    }
}
