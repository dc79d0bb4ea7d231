/**
 * Onsager coefficients from a molecular dynamics run: {@linkplain org.npp.onsager.md.DisplacementSeries mean products of
 * displacements} against time, block by block, their slopes, and the
 * {@linkplain org.npp.onsager.md.EinsteinRelation Einstein relation} that makes coefficients of them, with the
 * {@linkplain org.npp.onsager.md.BlockAverage error bars of block averages}. Reading trajectories is not done here.
 *
 * <p>A run conserves momentum: its coefficients are in the frame of the centre of mass, and
 * {@link org.npp.onsager.form.ReferenceFrame} takes them to that of the network. They break reciprocity or the second law by
 * their errors, and {@link org.npp.onsager.SemidefiniteProjection} tells by how much.
 */
@NullMarked
package org.npp.onsager.md;

import org.jspecify.annotations.NullMarked;
