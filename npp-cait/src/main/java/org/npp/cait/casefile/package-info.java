/**
 * Case files: a YAML file, and the tables it names, read into a {@link org.npp.cait.CaitCase}. A wrong file gives all its
 * errors, each with file, line, field, rule and value. The keys, their types, ranges and defaults are in the JSON Schema
 * {@code case.schema.json}; a file that was read can be written back resolved: in SI units, with all defaults and tables
 * in it.
 */
@NullMarked
package org.npp.cait.casefile;

import org.jspecify.annotations.NullMarked;
