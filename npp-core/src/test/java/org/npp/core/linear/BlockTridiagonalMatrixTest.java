package org.npp.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockTridiagonalMatrixTest {
    @Test
    void multiplyMatchesAProductWrittenOutByHand() {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(3, 2);
        set(a.diagonal(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        set(a.lower(), 0, 0, 0, 0, 1, 0, 0, 2, 3, 0, 0, 4);
        set(a.upper(), 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0);
        final double[] y = new double[6];
        a.multiply(new double[] {1, 2, 3, 4, 5, 6}, y);
        assertArrayEquals(new double[] {5 + 4, 11 + 6, 39 + 1 + 18, 53 + 4 + 20, 105 + 9, 127 + 16}, y);
    }

    @Test
    void theTwoCornerBlocksAreIgnored() {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(2, 1);
        set(a.diagonal(), 2, 3);
        a.lower()[0] = Double.NaN;
        a.upper()[1] = Double.NaN;
        final double[] y = new double[2];
        a.multiply(new double[] {1, 1}, y);
        assertArrayEquals(new double[] {2, 3}, y);
    }

    @Test
    void clearSetsEveryEntryToZero() {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(2, 3);
        Arrays.fill(a.lower(), 1);
        Arrays.fill(a.diagonal(), 2);
        Arrays.fill(a.upper(), 3);
        a.clear();
        assertArrayEquals(new double[18], a.lower());
        assertArrayEquals(new double[18], a.diagonal());
        assertArrayEquals(new double[18], a.upper());
    }

    @Test
    void indexCountsBlocksThenRowsThenColumns() {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(4, 3);
        int expected = 0;
        for (int k = 0; k < a.nodes(); k++) {
            for (int i = 0; i < a.blockSize(); i++) {
                for (int j = 0; j < a.blockSize(); j++) {
                    assertEquals(expected++, a.index(k, i, j));
                }
            }
        }
        assertEquals(a.diagonal().length, expected);
    }

    @Test
    void sizesOutOfRangeAreRejectedWithTheirValue() {
        assertMessage("nodes must be >= 1: 0", () -> BlockTridiagonalMatrix.ofSize(0, 3));
        assertMessage("blockSize must be in 1 ... 64: 0", () -> BlockTridiagonalMatrix.ofSize(3, 0));
        assertMessage("blockSize must be in 1 ... 64: 65", () -> BlockTridiagonalMatrix.ofSize(3, 65));
    }

    @Test
    void multiplyRejectsWrongLengthsAndOneArrayForBoth() {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(2, 3);
        final double[] six = new double[6];
        assertMessage("x must have length 6: 5", () -> a.multiply(new double[5], six));
        assertMessage("y must have length 6: 7", () -> a.multiply(six, new double[7]));
        assertMessage("x and y must be different arrays", () -> a.multiply(six, six));
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static void set(double[] array, double... values) {
        System.arraycopy(values, 0, array, 0, values.length);
    }
}
