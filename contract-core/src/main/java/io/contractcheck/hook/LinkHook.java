package io.contractcheck.hook;

import io.contractcheck.link.ResourceLink;
import io.contractcheck.openapi.Api;
import java.util.List;

/**
 * Says which operation brings what another one needs: adds links, corrects them, takes some away.
 *
 * <pre>{@code
 * public final class NoSearch implements LinkHook {
 *     public List<ResourceLink> links(List<ResourceLink> links, Api api, HookContext context) {
 *         return links.stream()
 *                 .filter(link -> !link.producer().path().equals("/search"))
 *                 .toList();
 *     }
 * }
 * }</pre>
 */
public non-sealed interface LinkHook extends Hook {
    /**
     * The links to go by, those first that are to be tried first. Asked once, before the first case.
     *
     * @param links as the document and the configuration have them
     * @param api with the operations that are tested; a link is between two of them
     */
    List<ResourceLink> links(List<ResourceLink> links, Api api, HookContext context);
}
