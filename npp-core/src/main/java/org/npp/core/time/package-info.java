/** Time integration: the {@linkplain org.npp.core.time.Integrator formulas} and the control of the step. */
@NullMarked
package org.npp.core.time;

import org.jspecify.annotations.NullMarked;
