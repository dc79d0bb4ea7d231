package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.npp.cait.report.ReferenceRun;
import org.npp.core.RunStatistics;
import org.npp.core.Trajectory;

class FindingsTest {
    private static final CaitResult RUN = ReferenceRun.potassium();

    private static Trajectory stage(double restTime) {
        final RunStatistics s = RUN.statistics();
        return new Trajectory(
                List.of(),
                RUN.finalState(),
                RUN.history(),
                new RunStatistics(
                        s.termination(),
                        s.nodes(),
                        s.timeSteps(),
                        s.rejectedSteps(),
                        s.newtonIterations(),
                        s.seconds(),
                        s.minDensityFraction(),
                        s.maxExcessChargeFraction(),
                        s.ionBalanceError(),
                        s.currentUniformityError(),
                        restTime),
                Optional.empty());
    }

    private static List<String> atRest(double first, double second) {
        final StageRecord record = new StageRecord();
        record.add(stage(first));
        record.add(stage(second));
        return Findings.of(RUN.experiment(), record, OptionalDouble.empty()).stream()
                .filter(warning -> warning.code().equals("nodes_at_rest"))
                .map(CaitResult.Warning::message)
                .toList();
    }

    @Test
    void nodesThatCouldNotFollowInAnyStageAreToldFromWhenOn() {
        final List<String> told = List.of(
                "the nodes could not follow the fronts and stayed where they are from t = 12.50 s on: fronts thinner than"
                        + " the distance between nodes are less sharp than they should be");
        assertEquals(told, atRest(12.5, Double.POSITIVE_INFINITY));
        assertEquals(told, atRest(Double.POSITIVE_INFINITY, 12.5));
        assertEquals(List.of(), atRest(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
}
