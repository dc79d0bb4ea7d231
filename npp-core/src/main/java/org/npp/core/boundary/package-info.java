/**
 * What holds at the two surfaces of the sample: one {@linkplain org.npp.core.boundary.ElectricCondition electric
 * condition} and one {@linkplain org.npp.core.boundary.IonCondition condition per ion}, joined in a
 * {@link org.npp.core.boundary.Boundary}; quantities that change in time are
 * {@linkplain org.npp.core.boundary.Drive drives}.
 */
@NullMarked
package org.npp.core.boundary;

import org.jspecify.annotations.NullMarked;
