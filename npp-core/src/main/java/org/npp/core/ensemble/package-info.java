/**
 * Many independent runs on several threads: a pool of workers with a workspace each, which takes runs by their index and
 * gives the same outcomes in the same order whatever the number of threads. What fits, samplers and scans are made of.
 */
@NullMarked
package org.npp.core.ensemble;

import org.jspecify.annotations.NullMarked;
