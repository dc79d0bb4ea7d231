package org.npp.cait.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Problems with certified results; data and results as published, derivatives by hand. */
abstract class NistProblem implements LeastSquaresModel {
    static final NistProblem MISRA1A =
            new NistProblem(
                    "Misra1a",
                    new double[][] {{500, 1e-4}, {250, 5e-4}},
                    new double[] {2.3894212918e2, 5.5015643181e-4},
                    new double[] {2.7070075241, 7.2668688436e-6},
                    1.2455138894e-1,
                    100,
                    new double[] {
                        10.07, 77.6, 14.73, 114.9, 17.94, 141.1, 23.93, 190.8, 29.61, 239.9, 35.18, 289.0, 40.02, 332.8,
                        44.82, 378.4, 50.76, 434.8, 55.05, 477.3, 61.01, 536.8, 66.40, 593.1, 75.47, 689.1, 81.78, 760.0
                    }) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    return growth(b, x, slope);
                }
            };
    static final NistProblem BOX_BOD =
            new NistProblem(
                    "BoxBOD",
                    new double[][] {{1, 1}, {100, 0.75}},
                    new double[] {2.1380940889e2, 5.4723748542e-1},
                    new double[] {1.2354515176e1, 1.0455993237e-1},
                    1.1680088766e3,
                    1,
                    new double[] {109, 1, 149, 2, 149, 3, 191, 5, 213, 7, 224, 10}) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    return growth(b, x, slope);
                }
            };
    static final NistProblem ECKERLE4 =
            new NistProblem(
                    "Eckerle4",
                    new double[][] {{1, 10, 500}, {1.5, 5, 450}},
                    new double[] {1.5543827178, 4.0888321754, 4.5154121844e2},
                    new double[] {1.5408051163e-2, 4.6803020753e-2, 4.6800518816e-2},
                    1.4635887487e-3,
                    100,
                    new double[] {
                        0.0001575, 400, 0.0001699, 405, 0.0002350, 410, 0.0003102, 415, 0.0004917, 420, 0.0008710, 425,
                        0.0017418, 430, 0.0046400, 435, 0.0065895, 436.5, 0.0097302, 438, 0.0149002, 439.5, 0.0237310,
                        441, 0.0401683, 442.5, 0.0712559, 444, 0.1264458, 445.5, 0.2073413, 447, 0.2902366, 448.5,
                        0.3445623, 450, 0.3698049, 451.5, 0.3668534, 453, 0.3106727, 454.5, 0.2078154, 456, 0.1164354,
                        457.5, 0.0616764, 459, 0.0337200, 460.5, 0.0194023, 462, 0.0117831, 463.5, 0.0074357, 465,
                        0.0022732, 470, 0.0008800, 475, 0.0004579, 480, 0.0002345, 485, 0.0001586, 490, 0.0001143, 495,
                        0.0000710, 500
                    }) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    final double u = (x - b[2]) / b[1];
                    final double e = Math.exp(-0.5 * u * u) / b[1];
                    slope[0] = e;
                    slope[1] = b[0] * e * (u * u - 1) / b[1];
                    slope[2] = b[0] * e * u / b[1];
                    return b[0] * e;
                }
            };
    static final NistProblem MGH09 =
            new NistProblem(
                    "MGH09",
                    new double[][] {{25, 39, 41.5, 39}, {0.25, 0.39, 0.415, 0.39}},
                    new double[] {1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1},
                    new double[] {1.1435312227e-2, 1.9633220911e-1, 8.0842031232e-2, 9.0025542308e-2},
                    3.0750560385e-4,
                    100,
                    new double[] {
                        0.1957, 4, 0.1947, 2, 0.1735, 1, 0.16, 0.5, 0.0844, 0.25, 0.0627, 0.167, 0.0456, 0.125, 0.0342,
                        0.1, 0.0323, 0.0833, 0.0235, 0.0714, 0.0246, 0.0625
                    }) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    final double top = x * x + x * b[1];
                    final double bottom = x * x + x * b[2] + b[3];
                    slope[0] = top / bottom;
                    slope[1] = b[0] * x / bottom;
                    slope[2] = -b[0] * top * x / (bottom * bottom);
                    slope[3] = -b[0] * top / (bottom * bottom);
                    return b[0] * top / bottom;
                }
            };
    static final NistProblem MGH10 =
            new NistProblem(
                    "MGH10",
                    new double[][] {{2, 400_000, 25_000}, {0.02, 4000, 250}},
                    new double[] {5.6096364710e-3, 6.1813463463e3, 3.4522363462e2},
                    new double[] {1.5687892471e-4, 2.3309021107e1, 7.8486103508e-1},
                    8.7945855171e1,
                    100,
                    new double[] {
                        34_780, 50, 28_610, 55, 23_650, 60, 19_630, 65, 16_370, 70, 13_720, 75, 11_540, 80, 9744, 85,
                        8261, 90, 7030, 95, 6005, 100, 5147, 105, 4427, 110, 3820, 115, 3307, 120, 2872, 125
                    }) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    final double e = Math.exp(b[1] / (x + b[2]));
                    slope[0] = e;
                    slope[1] = b[0] * e / (x + b[2]);
                    slope[2] = -b[0] * e * b[1] / ((x + b[2]) * (x + b[2]));
                    return b[0] * e;
                }
            };
    static final NistProblem THURBER =
            new NistProblem(
                    "Thurber",
                    new double[][] {{1000, 1000, 400, 40, 0.7, 0.3, 0.03}, {1300, 1500, 500, 75, 1, 0.4, 0.05}},
                    new double[] {
                        1.2881396800e3,
                        1.4910792535e3,
                        5.8323836877e2,
                        7.5416644291e1,
                        9.6629502864e-1,
                        3.9797285797e-1,
                        4.9727297349e-2
                    },
                    new double[] {
                        4.6647963344,
                        3.9571156086e1,
                        2.8698696102e1,
                        5.5675370270,
                        3.1333340687e-2,
                        1.4984928198e-2,
                        6.5842344623e-3
                    },
                    5.6427082397e3,
                    100,
                    new double[] {
                        80.574, -3.067, 84.248, -2.981, 87.264, -2.921, 87.195, -2.912, 89.076, -2.840, 89.608, -2.797,
                        89.868, -2.702, 90.101, -2.699, 92.405, -2.633, 95.854, -2.481, 100.696, -2.363, 101.060,
                        -2.322, 401.672, -1.501, 390.724, -1.460, 567.534, -1.274, 635.316, -1.212, 733.054, -1.100,
                        759.087, -1.046, 894.206, -0.915, 990.785, -0.714, 1090.109, -0.566, 1080.914, -0.545, 1122.643,
                        -0.400, 1178.351, -0.309, 1260.531, -0.109, 1273.514, -0.103, 1288.339, 0.010, 1327.543, 0.119,
                        1353.863, 0.377, 1414.509, 0.790, 1425.208, 0.963, 1421.384, 1.006, 1442.962, 1.115, 1464.350,
                        1.572, 1468.705, 1.841, 1447.894, 2.047, 1457.628, 2.200
                    }) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    final double top = b[0] + x * (b[1] + x * (b[2] + x * b[3]));
                    final double bottom = 1 + x * (b[4] + x * (b[5] + x * b[6]));
                    double power = 1;
                    for (int j = 0; j < 4; j++) {
                        slope[j] = power / bottom;
                        power *= x;
                    }
                    power = x;
                    for (int j = 4; j < 7; j++) {
                        slope[j] = -top * power / (bottom * bottom);
                        power *= x;
                    }
                    return top / bottom;
                }
            };

    static final NistProblem BENNETT5 =
            new NistProblem(
                    "Bennett5",
                    new double[][] {{-2000, 50, 0.8}, {-1500, 45, 0.85}},
                    new double[] {-2.5235058043e3, 4.6736564644e1, 9.3218483193e-1},
                    new double[] {2.9715175411e2, 1.2448871856, 2.0272299378e-2},
                    5.2404744073e-4,
                    100,
                    table("bennett5.csv")) {
                @Override
                double value(double[] b, double x, double[] slope) {
                    final double power = Math.pow(b[1] + x, -1 / b[2]);
                    slope[0] = power;
                    slope[1] = -b[0] / b[2] * power / (b[1] + x);
                    slope[2] = b[0] * power * Math.log(b[1] + x) / (b[2] * b[2]);
                    return b[0] * power;
                }
            };

    private final String name;

    final double[][] starts;
    final double[] certified;
    final double[] deviations;
    final double sum;

    /** Longest first step. */
    final double step;

    /** Response and predictor in turn. */
    private final double[] data;

    private NistProblem(
            String name,
            double[][] starts,
            double[] certified,
            double[] deviations,
            double sum,
            double step,
            double[] data) {
        this.name = name;
        this.starts = starts;
        this.certified = certified;
        this.deviations = deviations;
        this.sum = sum;
        this.step = step;
        this.data = data;
    }

    static Stream<NistProblem> all() {
        return Stream.of(MISRA1A, BOX_BOD, ECKERLE4, MGH09, MGH10, THURBER, BENNETT5);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Response and predictor of each row of a table, in turn. */
    private static double[] table(String file) {
        try (InputStream in = Objects.requireNonNull(NistProblem.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .flatMap(row -> Stream.of(row.split(",")))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double growth(double[] b, double x, double[] slope) {
        final double e = Math.exp(-b[1] * x);
        slope[0] = 1 - e;
        slope[1] = b[0] * x * e;
        return b[0] * (1 - e);
    }

    abstract double value(double[] b, double x, double[] slope);

    @Override
    public int size() {
        return data.length / 2;
    }

    @Override
    public double[] residuals(double[] point) {
        final double[] residuals = new double[size()];
        final double[] slope = new double[point.length];
        for (int m = 0; m < residuals.length; m++) {
            residuals[m] = value(point, data[2 * m + 1], slope) - data[2 * m];
            if (!Double.isFinite(residuals[m])) {
                return new double[0];
            }
        }
        return residuals;
    }

    @Override
    public double[][] jacobian(double[] point) {
        final double[][] jacobian = new double[size()][point.length];
        for (int m = 0; m < jacobian.length; m++) {
            value(point, data[2 * m + 1], jacobian[m]);
        }
        return jacobian;
    }
}
