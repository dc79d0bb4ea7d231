/**
 * Which flux between two nodes is best for ion exchange: a study, of whose fluxes the library holds those that won.
 *
 * <p>{@link org.npp.benchmarks.edge.EdgeFluxStudy} is the program. The problem is that of the example cases, one native and
 * one foreign ion of equal valence, at its simplest: electroneutral, one unknown per node, equal meshes at rest, explicit in
 * time. So nothing but the flux differs between two runs.
 */
@NullMarked
package org.npp.benchmarks.edge;

import org.jspecify.annotations.NullMarked;
