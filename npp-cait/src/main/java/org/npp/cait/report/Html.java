package org.npp.cait.report;

import static org.npp.cait.report.plot.Markup.escape;

import java.util.List;
import org.npp.cait.report.plot.Chart;

/** A page under construction: headings, paragraphs, tables and figures, all text escaped. Not thread-safe. */
final class Html {
    private final StringBuilder out = new StringBuilder(64 * 1024);

    Html section(String title) {
        out.append("<h2>").append(escape(title)).append("</h2>\n");
        return this;
    }

    Html paragraph(String text) {
        return element("p", "", text);
    }

    Html element(String name, String style, String text) {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    Html list(Iterable<String> items) {
        out.append("<ul>\n");
        items.forEach(item -> element("li", "", item));
        out.append("</ul>\n");
        return this;
    }

    /** A table of names, values and remarks. */
    Html table(Iterable<Row> rows) {
        out.append("<table>\n");
        for (final Row row : rows) {
            out.append("<tr><th scope=\"row\">").append(escape(row.name())).append("</th><td class=\"value\">");
            out.append(escape(row.value())).append("</td><td class=\"remark\">");
            out.append(escape(row.remark())).append("</td></tr>\n");
        }
        out.append("</table>\n");
        return this;
    }

    /** A table with a head; the first cell of a row is its name. */
    Html grid(List<String> head, List<List<String>> rows) {
        out.append("<table>\n<tr>");
        head.forEach(
                name -> out.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
        out.append("</tr>\n");
        for (final List<String> row : rows) {
            out.append("<tr><th scope=\"row\">").append(escape(row.get(0))).append("</th>");
            row.subList(1, row.size())
                    .forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</table>\n");
        return this;
    }

    /** Lower half of a symmetric table of numbers. */
    Html matrix(List<String> names, List<List<String>> rows) {
        out.append("<table>\n<tr><td></td>");
        names.forEach(
                name -> out.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
        out.append("</tr>\n");
        for (int i = 0; i < rows.size(); i++) {
            out.append("<tr><th scope=\"row\">").append(escape(names.get(i))).append("</th>");
            rows.get(i).forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
            out.append("<td></td>".repeat(names.size() - rows.get(i).size())).append("</tr>\n");
        }
        out.append("</table>\n");
        return this;
    }

    Html figure(Chart chart, String caption) {
        out.append("<figure>\n").append(chart.fragment());
        out.append("<figcaption>").append(escape(caption)).append("</figcaption>\n</figure>\n");
        return this;
    }

    String text() {
        return out.toString();
    }

    /**
     * A row of a table.
     *
     * @param name what
     * @param value how much
     * @param remark what that means; may be empty
     */
    record Row(String name, String value, String remark) {}
}
