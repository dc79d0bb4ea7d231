/**
 * Other forms of the same matrix, for any number of ions, each with the way there and back: the
 * {@linkplain org.npp.onsager.form.ConductionForm conductivity, transference numbers and current-free coefficients}, the
 * {@linkplain org.npp.onsager.form.ThermodynamicFactors Fick matrix}, the
 * {@linkplain org.npp.onsager.form.MaxwellStefan Maxwell&ndash;Stefan diffusivities} and the
 * {@linkplain org.npp.onsager.form.ReferenceFrame frames of reference}.
 *
 * <p>None is a model: no coefficient is assumed, none is lost, and a round trip returns the matrix within
 * \( 10 N \kappa \, 2^{-52} \), \( \kappa \) the condition number that each class names.
 */
@NullMarked
package org.npp.onsager.form;

import org.jspecify.annotations.NullMarked;
