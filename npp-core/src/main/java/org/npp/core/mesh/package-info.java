/**
 * Nodes and cells in one dimension: the immutable {@link org.npp.core.mesh.Mesh} with its graded factories, and the
 * motion of a mesh that follows fronts.
 */
@NullMarked
package org.npp.core.mesh;

import org.jspecify.annotations.NullMarked;
