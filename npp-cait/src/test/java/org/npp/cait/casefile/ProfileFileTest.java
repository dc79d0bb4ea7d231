package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.npp.cait.CaitCase;
import org.npp.cait.measure.MeasuredProfile;

class ProfileFileTest {
    private static final String EXPECTED = "; expected depth_m or depth_nm and, for at least one ion, <ion>_fraction,"
            + " with <ion>_sigma if known; ions: Li, K";

    @TempDir
    private Path directory = Path.of("");

    private MeasuredProfile read(String text) throws IOException, CaseException {
        final CaitCase experiment =
                CaseFile.read(Path.of("../examples/lithium-borate/k.yaml")).experiment();
        return ProfileFile.read(Files.writeString(directory.resolve("p.csv"), text), experiment);
    }

    private static String rows(int from, int to) {
        final StringBuilder text = new StringBuilder();
        for (int k = from; k < to; k++) {
            text.append(k).append(",0.5,0.01\n");
        }
        return text.toString();
    }

    @Test
    void nanometresBecomeMetresAndFoundColumnsAreTold() throws Exception {
        final MeasuredProfile profile = read("# synthetic\ndepth_nm,K_fraction,K_sigma\n" + rows(0, 12));
        assertEquals(List.of("K"), profile.ions());
        assertEquals(11e-9, profile.depths()[11], 1e-22);
        assertTrue(profile.synthetic());
        assertTrue(profile.hasSigmas(0));
        assertEquals(0.5, profile.fractions(0)[3]);
        assertEquals(0.01, profile.sigmas(0)[3]);
    }

    @Test
    void aComputedProfileWithoutErrorsIsRead() throws Exception {
        final MeasuredProfile profile =
                read("depth_nm,potential_V,Li_fraction\n" + rows(0, 12).replace(",0.01", ",0.9"));
        assertFalse(profile.synthetic());
        assertFalse(profile.hasSigmas(0));
        assertArrayEquals(new double[0], profile.sigmas(0));
    }

    static Stream<Arguments> wrong() {
        final String head = "depth_nm,K_fraction,K_sigma\n";
        return Stream.of(
                Arguments.of(head + rows(0, 5) + "5,NaN,0.01\n", ":7: K_fraction: must be a finite number: 'NaN'"),
                Arguments.of(head + rows(0, 5) + "3,0.5,0.01\n", ":7: depth_nm: must increase strictly: 3.0 after 4.0"),
                Arguments.of(head + rows(0, 5) + "4,0.5,0.01\n", ":7: depth_nm: must increase strictly: 4.0 after 4.0"),
                Arguments.of(head + rows(0, 11) + "11,0.5,-1\n", ":13: K_sigma: must be > 0: -1.0"),
                Arguments.of(head + rows(0, 11) + "11,0.5,0\n", ":13: K_sigma: must be > 0: 0.0"),
                Arguments.of(head + rows(-1, 11), ":2: depth_nm: must be >= 0: -1.0"),
                Arguments.of(head + rows(0, 9), ": a measured profile needs at least 10 rows: 9"),
                Arguments.of(
                        "depth_um,K_fraction,K_sigma\n" + rows(0, 12), ":1: has no column of the depth" + EXPECTED),
                Arguments.of(
                        "depth_m,depth_nm,K_fraction\n" + rows(0, 12), ":1: depth_nm: must not stand beside depth_m"),
                Arguments.of(
                        "depth_m,depth_um,K_fraction\n" + rows(0, 12),
                        ":1: depth_um: unknown unit of the depth" + EXPECTED),
                Arguments.of(
                        "# a\ndepth_m,Na_fraction,K_fraction\n" + rows(0, 12),
                        ":2: Na_fraction: unknown column" + EXPECTED),
                Arguments.of("depth_m,K,K_fraction\n" + rows(0, 12), ":1: K: unknown column" + EXPECTED),
                Arguments.of(
                        "depth_m,K_sigma,Li_fraction\n" + rows(0, 12),
                        ":1: K_sigma: has no column K_fraction beside it"),
                Arguments.of(
                        "depth_m,potential_V,charge_density_C_per_m3\n" + rows(0, 12),
                        ":1: needs a fraction of at least one ion" + EXPECTED));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsRefusedWithItsPlace(String text, String message) {
        final CaseException e = assertThrows(CaseException.class, () -> read(text));
        assertEquals(directory.resolve("p.csv") + message, e.getMessage());
    }
}
