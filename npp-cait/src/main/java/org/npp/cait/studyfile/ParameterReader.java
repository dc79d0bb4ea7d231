package org.npp.cait.studyfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.casefile.CaseNumber;
import org.npp.cait.casefile.InputFile;
import org.npp.cait.fit.FitParameter;
import org.npp.cait.fit.FitParameter.Scale;
import org.npp.cait.quantity.QuantityKind;
import org.npp.cait.quantity.QuantityParser;

/** Reads the parameters of a study against its cases. */
final class ParameterReader {
    private static final Pattern EXPERIMENT = Pattern.compile("experiments\\[([0-9]{1,4})\\]\\.(.*)");

    /** Short forms: a constant diffusivity, a field of a distribution. */
    private static final Pattern CONSTANT = Pattern.compile("(\\w+)\\.diffusivity");

    private static final Pattern SED = Pattern.compile("(\\w+)\\.sed\\.(.+)");

    private static final Pattern UNIT = Pattern.compile("\\s*[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?\\s*(.*?)\\s*");

    /** Scales of a measurement may be wrong by this factor. */
    private static final double SCALE = 10;

    private final InputFile file;
    private final List<CaseFile> cases;

    private ParameterReader(InputFile file, List<CaseFile> cases) {
        this.file = file;
        this.cases = cases;
    }

    static List<StudyParameter> read(InputFile file, List<CaseFile> cases) {
        final ParameterReader reader = new ParameterReader(file, cases);
        final List<StudyParameter> all = new ArrayList<>();
        for (final Map.Entry<String, JsonNode> entry :
                file.root().path("parameters").properties()) {
            reader.parameter(entry.getKey(), entry.getValue()).ifPresent(parameter -> {
                reader.checkNew(parameter, all);
                all.add(parameter);
            });
        }
        return all;
    }

    /** One number can have several names, and be shared or of one experiment. */
    private void checkNew(StudyParameter parameter, List<StudyParameter> others) {
        for (final StudyParameter other : others) {
            final boolean together = parameter.experiment().isEmpty()
                    || other.experiment().isEmpty()
                    || parameter.experiment().equals(other.experiment());
            if (together && parameter.path().equals(other.path())) {
                wrong(
                        parameter.number().name(),
                        "is the same number as " + other.number().name());
            }
        }
    }

    private Optional<StudyParameter> parameter(String name, JsonNode node) {
        final Matcher prefix = EXPERIMENT.matcher(name);
        final boolean one = prefix.matches();
        final OptionalInt experiment = one ? OptionalInt.of(Integer.parseInt(prefix.group(1))) : OptionalInt.empty();
        final String rest = one ? prefix.group(2) : name;
        if (one && experiment.getAsInt() >= cases.size()) {
            return wrong(name, "the study has " + cases.size() + " experiments, counted from 0");
        }
        final boolean scale = rest.equals(StudyParameter.DEPTH_SCALE) || rest.equals(StudyParameter.INTENSITY_SCALE);
        if (scale && !one) {
            return wrong(name, "must belong to an experiment: experiments[0]." + rest);
        }
        if (scale) {
            final CaseNumber number = new CaseNumber(1, Optional.empty(), 1 / SCALE, SCALE, false);
            return number(name, node, number, Scale.LINEAR).map(p -> new StudyParameter(p, experiment, rest, true));
        }
        if (StudyParameter.WIDTHS.stream().anyMatch(w -> rest.equals(StudyParameter.RESOLUTION + w))) {
            final double width = file.root().at("/" + rest.replace('.', '/')).asDouble();
            final CaseNumber number = new CaseNumber(width, Optional.of(QuantityKind.LENGTH), 0, 1e-3, false);
            return number(name, node, number, Scale.LINEAR).map(p -> new StudyParameter(p, experiment, rest, true));
        }
        return inCase(name, node, experiment, rest);
    }

    private Optional<StudyParameter> inCase(String name, JsonNode node, OptionalInt experiment, String rest) {
        final String path = full(rest);
        Optional<CaseNumber> found = Optional.empty();
        for (int i = 0; i < cases.size() && found.isEmpty(); i++) {
            if (experiment.isEmpty() || experiment.getAsInt() == i) {
                found = cases.get(i).number(path);
            }
        }
        if (found.isEmpty()) {
            return wrong(name, "no case has a number there (" + path + ")");
        }
        if (found.get().integer() || path.startsWith("numerics.") || path.startsWith("output.")) {
            return wrong(name, "can't be fitted");
        }
        final boolean logarithmic = found.get()
                .kind()
                .filter(k -> k == QuantityKind.DIFFUSIVITY || k == QuantityKind.NUMBER_DENSITY)
                .isPresent();
        return number(name, node, found.get(), logarithmic ? Scale.LOG : Scale.LINEAR)
                .map(p -> new StudyParameter(p, experiment, path, false));
    }

    private static String full(String path) {
        final Matcher constant = CONSTANT.matcher(path);
        if (constant.matches()) {
            return "ions." + path;
        }
        final Matcher sed = SED.matcher(path);
        return sed.matches() ? "ions." + sed.group(1) + ".diffusivity.sed." + sed.group(2) : path;
    }

    private Optional<FitParameter> number(String name, JsonNode node, CaseNumber number, Scale usual) {
        final Optional<Double> start = value(name, node, "start", number);
        final Optional<Double> min = value(name, node, "min", number);
        final Optional<Double> max = value(name, node, "max", number);
        final boolean unread = (node.has("start") && start.isEmpty())
                || (node.has("min") && min.isEmpty())
                || (node.has("max") && max.isEmpty());
        if (unread) {
            return Optional.empty();
        }
        final Scale scale =
                !node.has("scale") ? usual : node.path("scale").asText().equals("log") ? Scale.LOG : Scale.LINEAR;
        final double from = start.orElse(number.value());
        final double low = Math.max(min.orElse(number.min()), number.min());
        final double high = Math.min(max.orElse(number.max()), number.max());
        final String unit =
                node.path("start").isTextual() ? unit(node.path("start").asText()) : "";
        final double size = unit.isEmpty() || number.kind().isEmpty()
                ? 1
                : QuantityParser.parse("1 " + unit, number.kind().get());
        final String shown =
                unit.isEmpty() ? number.kind().map(QuantityKind::symbol).orElse("") : unit;
        final String broken = broken(from / size, low / size, high / size, scale, shown);
        if (!broken.isEmpty()) {
            file.reject(broken, "parameters", name);
            return Optional.empty();
        }
        return Optional.of(new FitParameter(name, shown, size, from, low, high, scale));
    }

    /** The rule that a start and bounds break, in the unit they are given in; empty if they break none. */
    private static String broken(double start, double min, double max, Scale scale, String unit) {
        final String of = unit.isEmpty() ? "" : " " + unit;
        if (!(min < max)) {
            return "min must be below max: " + text(min) + ", " + text(max) + of;
        }
        if (scale == Scale.LOG && !(min >= 0 && start > 0)) {
            return "start must be > 0 on a logarithmic scale, min >= 0: " + text(start) + of;
        }
        if (!(start >= min && start <= max)) {
            return "start must be in [" + text(min) + ", " + text(max) + "]" + of + ": " + text(start) + of;
        }
        return "";
    }

    /** A number without the digits that a change of unit leaves. */
    private static String text(double value) {
        return String.valueOf(
                Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.8e", value)) : value);
    }

    private static String unit(String text) {
        final Matcher matcher = UNIT.matcher(text);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private Optional<Double> value(String name, JsonNode node, String key, CaseNumber number) {
        if (node.path(key).isNumber()) {
            return Optional.of(node.path(key).doubleValue());
        }
        if (!node.has(key)) {
            return Optional.empty();
        }
        final String text = node.path(key).asText();
        try {
            return Optional.of(
                    number.kind().isPresent()
                            ? QuantityParser.parse(text, number.kind().get())
                            : QuantityParser.parseNumber(text));
        } catch (IllegalArgumentException e) {
            file.reject(String.valueOf(e.getMessage()), "parameters", name, key);
            return Optional.empty();
        }
    }

    private Optional<StudyParameter> wrong(String name, String message) {
        file.reject(message, "parameters", name);
        return Optional.empty();
    }
}
