/** The service under test where the build starts it: its processes, its log, and that nothing of it is left. */
@NullMarked
package io.contractcheck.service;

import org.jspecify.annotations.NullMarked;
