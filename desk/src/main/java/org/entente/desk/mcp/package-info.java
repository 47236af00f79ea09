/**
 * What a store answers to other programs by the Model Context Protocol: read-only tools, over
 * standard input and output or HTTP. Loaded when it is asked for and not otherwise.
 */
@NullMarked
package org.entente.desk.mcp;

import org.jspecify.annotations.NullMarked;
