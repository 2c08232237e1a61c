package io.contractcheck.hook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the settings that a hook cannot do without. While none of them is set, the hook takes no part in a run: it is neither asked nor
 * told of, and nobody wonders why it did nothing. So a jar can have several hooks of which a build uses one.
 *
 * <pre>{@code
 * @SetUpBy("tenant")
 * public final class Tenant implements RequestHook {
 *     public Request request(Request request, Operation operation, HookContext context) {
 *         return request.withHeader("X-Tenant", context.required("tenant"));
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SetUpBy {
    /** As {@link HookContext#setting} takes them; one is enough. */
    String[] value();
}
