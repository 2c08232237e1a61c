package io.contractcheck.hook;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What users set for hooks.
 *
 * @param properties by name; {@code SimpleName.property} and {@code full.Name.property} are for one hook alone and come before
 *     {@code property}
 * @param required simple or full class names of hooks that must be there and must apply
 * @param scopes which hooks apply to which operations only
 * @param provided what {@link ResourceHook}s provide; no setting, and of no effect on which cases are made
 */
public record HookSettings(
        Map<String, String> properties, List<String> required, List<Scope> scopes, Provided provided) {
    /** Nothing set. */
    public static final HookSettings NONE = new HookSettings(Map.of(), List.of(), List.of());

    public HookSettings {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        required = List.copyOf(required);
        scopes = List.copyOf(scopes);
    }

    /** Settings where nothing is provided. */
    public HookSettings(Map<String, String> properties, List<String> required, List<Scope> scopes) {
        this(properties, required, scopes, Provided.NOTHING);
    }

    /** The same, where {@link ResourceHook}s provide something. */
    public HookSettings providing(Provided provided) {
        return new HookSettings(properties, required, scopes, provided);
    }

    /** Whether that is the hook's simple or full class name. */
    public static boolean named(String name, Hook hook) {
        Class<?> type = hook.getClass();
        return type.getName().equals(name) || type.getSimpleName().equals(name);
    }

    /** Of what a hook cannot do without: the settings by which it would take part in a run; none if it takes part already. */
    public List<String> missing(Hook hook) {
        SetUpBy needs = hook.getClass().getAnnotation(SetUpBy.class);
        if (needs == null) {
            return List.of();
        }
        Class<?> type = hook.getClass();
        return Stream.of(needs.value())
                        .flatMap(n -> Stream.of(type.getName() + "." + n, type.getSimpleName() + "." + n, n))
                        .anyMatch(properties::containsKey)
                ? List.of()
                : List.of(needs.value());
    }

    /** To which operations a hook applies, if not to all. */
    public Optional<Scope> scope(Hook hook) {
        return scopes.stream().filter(s -> named(s.hook(), hook)).findFirst();
    }

    /** Whether a hook must be there and must apply. */
    public boolean requires(Hook hook) {
        return required.stream().anyMatch(name -> named(name, hook));
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

        /** Whether the hook applies to the operation. */
        public boolean covers(Operation operation) {
            return (includes.isEmpty() || includes.stream().anyMatch(f -> f.matches(operation)))
                    && excludes.stream().noneMatch(f -> f.matches(operation));
        }

        /** In a line, as {@code /books/*, tag:shop, !DELETE}. */
        public String describe() {
            return Stream.concat(
                            includes.stream().map(OperationFilter::text),
                            excludes.stream().map(f -> "!" + f.text()))
                    .collect(Collectors.joining(", "));
        }
    }
}
