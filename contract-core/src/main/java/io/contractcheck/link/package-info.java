/** Which operation brings what another one needs: the graph of producers and consumers of an API. */
@NullMarked
package io.contractcheck.link;

import org.jspecify.annotations.NullMarked;
