/** Charts as SVG, each a pure class. */
@NullMarked
package org.entente.desk.chart;

import org.jspecify.annotations.NullMarked;
