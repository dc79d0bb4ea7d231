/**
 * Study files: a YAML file that names cases and measured profiles and says what to fit, read into a
 * {@link org.npp.cait.fit.FitStudy}. A wrong file gives all its errors, each
 * with file, line, field, rule and value.
 */
@NullMarked
package org.npp.cait.studyfile;

import org.jspecify.annotations.NullMarked;
