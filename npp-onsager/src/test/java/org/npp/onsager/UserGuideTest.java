package org.npp.onsager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.npp.onsager.model.TwoIonExchange;
import org.npp.onsager.uncertainty.Estimate;

/** The snippet of README.md, and the names in its table. */
final class UserGuideTest {
    private static final double THERMAL = 1.380649e-23 * 300;

    @Test
    void errorBarsOfTheGuideFollowByHand() {
        final TwoIonExchange pair = new TwoIonExchange(1.0e28, 0.4e28, 1, 300, 1.0);
        final Estimate measured =
                Estimate.ofStandardErrors(new double[] {1e-6, 0.90, 2e-18}, new double[] {2e-8, 0.01, 3e-19});
        final Estimate l = measured.through(pair.fromConductivity());
        final double total = 1e-6 / (1.602176634e-19 * 1.602176634e-19);
        final double perDiffusivity = 1.0e28 * 0.4e28 / (1.4e28 * THERMAL);
        final double cross = 0.9 * 0.1 * total - 2e-18 * perDiffusivity;
        assertEquals(cross, l.value(1), 1e-12 * Math.abs(cross));
        final double error =
                Math.hypot(0.09 * total * 0.02, Math.hypot((0.1 - 0.9) * total * 0.01, perDiffusivity * 3e-19));
        assertEquals(error, l.standardError(1), 1e-12 * error);
    }

    @Test
    void everyClassThatTheGuideNamesExists() throws IOException, ClassNotFoundException {
        final String guide = Files.readString(Path.of("README.md"));
        final Matcher names = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`").matcher(guide);
        int found = 0;
        while (names.find()) {
            final Class<?> type = find(names.group(1));
            final String method = names.group(2);
            if (method != null) {
                assertTrue(
                        Arrays.stream(type.getMethods())
                                .anyMatch(each -> each.getName().equals(method)),
                        () -> type + " has no method " + method);
            }
            found++;
        }
        assertTrue(found > 10);
    }

    private static Class<?> find(String name) throws ClassNotFoundException {
        for (String room : List.of("", "form.", "model.", "uncertainty.", "md.", "profile.")) {
            final String source = "src/main/java/org/npp/onsager/" + room.replace('.', '/') + name + ".java";
            if (Files.exists(Path.of(source))) {
                return Class.forName("org.npp.onsager." + room + name);
            }
        }
        throw new ClassNotFoundException(name);
    }
}
