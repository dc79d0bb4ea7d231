/**
 * Charts as SVG, for pages and for pictures: two axes, curves, points, bands and vertical markers, nothing else.
 *
 * <p>{@link org.npp.cait.report.plot.Chart} is the door. Text stays text, every label lies inside the picture, curves are
 * told apart by dash, marker and a label of their own as well as by colour, and a chart stays below 100 kB however many
 * points it is given. Colours follow the reader's light or dark scheme.
 */
@NullMarked
package org.npp.cait.report.plot;

import org.jspecify.annotations.NullMarked;
