package io.contractcheck.hook;

import io.contractcheck.openapi.OperationFilter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What users set for hooks.
 *
 * @param properties by name; {@code SimpleName.property} is for one hook alone and comes before {@code property}
 * @param required simple or full class names of hooks that must be there and must apply
 * @param scopes which hooks apply to which operations only
 */
public record HookSettings(Map<String, String> properties, List<String> required, List<Scope> scopes) {
    /** Nothing set. */
    public static final HookSettings NONE = new HookSettings(Map.of(), List.of(), List.of());

    public HookSettings {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        required = List.copyOf(required);
        scopes = List.copyOf(scopes);
    }

    /**
     * To which operations a hook applies.
     *
     * @param hook simple or full class name
     * @param includes an operation must match one, unless there is none
     * @param excludes an operation must match none
     */
    public record Scope(String hook, List<OperationFilter> includes, List<OperationFilter> excludes) {
        public Scope {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }
    }
}
