package io.contractcheck.auth;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user with its credentials, each at its place.
 *
 * @param user as configured
 * @param schemes what it shows for a security scheme, by the scheme's name
 * @param always what it shows everywhere
 * @param all that it holds
 */
record Holder(AuthSettings.User user, Map<String, Spot> schemes, List<Spot> always, List<Held> all) {

    /** How well an alternative is served. */
    private enum Grade {
        NOTHING,
        IN_PART,
        WITHOUT_SCOPES,
        WHOLLY
    }

    /**
     * What is shown to an operation.
     *
     * @param spots in order
     * @param whole whether an alternative is served wholly, as far as is known
     */
    record Choice(List<Spot> spots, boolean whole) {}

    /**
     * The first of the alternatives that is served wholly; if there is none, the first of those that are served best, since a document may
     * ask for more than the service. Where credentials are optional they are shown, too.
     */
    Choice choose(Operation operation) {
        Grade best = Grade.NOTHING;
        int most = 0;
        List<Spot> spots = List.of();
        for (SecurityRequirement alternative : operation.security()) {
            List<Spot> own = spots(alternative);
            Grade grade = grade(alternative, own.size());
            if (grade.compareTo(best) > 0 || grade == Grade.IN_PART && grade == best && own.size() > most) {
                best = grade;
                most = own.size();
                spots = own;
            }
        }
        Set<Spot> chosen = new LinkedHashSet<>(always);
        chosen.addAll(spots);
        return new Choice(new ArrayList<>(chosen), best == Grade.WHOLLY);
    }

    /** What it has of an alternative. */
    List<Spot> spots(SecurityRequirement alternative) {
        return alternative.schemes().keySet().stream()
                .filter(schemes::containsKey)
                .map(schemes::get)
                .toList();
    }

    private Grade grade(SecurityRequirement alternative, int held) {
        if (held == 0) {
            return Grade.NOTHING;
        }
        if (held < alternative.schemes().size()) {
            return Grade.IN_PART;
        }
        return alternative.schemes().entrySet().stream().anyMatch(e -> lacks(e.getKey(), e.getValue()))
                ? Grade.WITHOUT_SCOPES
                : Grade.WHOLLY;
    }

    private boolean lacks(String scheme, List<String> asked) {
        if (asked.isEmpty()) {
            return false;
        }
        Optional<List<String>> granted =
                user.scopes().or(() -> schemes.get(scheme).held().scopes());
        return granted.isPresent() && !granted.get().containsAll(asked);
    }

    /** The scopes it is known to have: as configured, else those that its tokens count. */
    Optional<List<String>> scopes() {
        if (user.scopes().isPresent()) {
            return user.scopes();
        }
        Set<String> scopes = new LinkedHashSet<>();
        boolean told = false;
        for (Held held : all) {
            Optional<List<String>> own = held.scopes();
            told |= own.isPresent();
            own.ifPresent(scopes::addAll);
        }
        return told ? Optional.of(List.copyOf(scopes)) : Optional.empty();
    }
}
