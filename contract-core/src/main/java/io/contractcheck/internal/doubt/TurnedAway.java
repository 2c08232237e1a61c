package io.contractcheck.internal.doubt;

import io.contractcheck.event.ApiOutline.Scheme;
import io.contractcheck.event.RunSummary.LockOut;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why valid requests are answered 401 or 403, and what helps. */
enum TurnedAway {
    /** Nobody gave credentials, though the document asks for them. */
    NO_CREDENTIALS {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            List<String> schemes = schemes(fates);
            return "No credentials are configured; the document requires " + Words.or(described(evidence, schemes))
                    + ".\n" + remedy(evidence, schemes);
        }
    },
    /** There are credentials, but for other schemes. */
    OTHER_SCHEMES {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            return "No credentials were sent: "
                    + (fates.size() == 1 ? "the operation requires " : "the operations require ")
                    + Words.or(described(evidence, schemes(fates))) + ", and the credentials configured are for "
                    + evidence.run().credentials().stream()
                            .map(c -> "'" + c.credential() + "'")
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".\nConfigure a credential for "
                    + Words.or(schemes(fates).stream().map(s -> "'" + s + "'").toList())
                    + " too, under <users>, or correct <securityScheme> (contract.securityScheme).";
        }
    },
    /** The document does not speak of authentication anywhere. */
    UNHEARD_OF {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            return "The service asks for credentials, of which the document says nothing, and none are configured.\n"
                    + "Set <token>env:TOKEN</token> (contract.token), which is then sent with every request, and add"
                    + " security to the document, or let a document hook add it.";
        }
    },
    /** It is forbidden without anybody being asked who he is. */
    CLOSED {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            String it = fates.size() == 1 ? "it" : "them";
            return "The service forbids " + it + " (403), though by the document nobody has to say who he is. "
                    + (fates.size() == 1 ? "It" : "They") + " may be switched off, or be for users with credentials.\n"
                    + "Switch " + it + " on; or add security to the document and give credentials, as with"
                    + " <token>env:TOKEN</token> (contract.token); or leave " + it
                    + " out with <excludes> (contract.excludes).";
        }
    },
    /** The document does not say that there is anything to give here. */
    UNDOCUMENTED {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            return "The document has no security on "
                    + (fates.size() == 1 ? "the operation" : "these operations")
                    + ", so that no credentials were sent. Either it lacks it, or the service asks for too much.\n"
                    + "Add security to the document, or let a document hook add it.";
        }
    },
    /** They were taken at first. */
    EXPIRED {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            LockOut lockOut = evidence.run().lockOut().orElseThrow();
            return "The credentials were accepted " + times(lockOut.before()) + ", and never since "
                    + lockOut.since().scenario()
                    + ": they expired during the run, or a request revoked them (a logout, a"
                    + " changed password).\nLet the token be got anew: give <tokenCommand> (contract.tokenCommand) or"
                    + " <login> in place of a fixed token, and <tokenLifetime>5m</tokenLifetime> (contract.tokenLifetime)"
                    + " if it does not tell when it expires. What revokes it goes to <excludes> (contract.excludes).";
        }
    },
    /** They were sent, and never taken. */
    NOT_ACCEPTED {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            return "Credentials were sent, and the service does not take them: they are wrong, expired, or meant for another"
                    + " environment (issuer, audience, realm).\nSend one request by hand with them, and correct them.";
        }
    },
    /** They were taken, but do not suffice. */
    NO_PERMISSION {
        @Override
        String why(Evidence evidence, List<Fate> fates) {
            List<String> scopes =
                    fates.stream().flatMap(f -> f.scopes().stream()).distinct().toList();
            return "The service knows the user"
                    + (evidence.user().isEmpty() ? "" : " '" + evidence.user() + "'")
                    + " and forbids it (403)"
                    + (scopes.isEmpty() ? "" : "; by the document it needs the scopes " + Words.some(scopes))
                    + ".\nGive the user the roles or scopes that "
                    + (fates.size() == 1 ? "the operation asks" : "the operations ask")
                    + " for, or leave "
                    + (fates.size() == 1 ? "it" : "them") + " out with <excludes> (contract.excludes).";
        }
    };

    /** The likely cause, and what to set; two lines. */
    abstract String why(Evidence evidence, List<Fate> fates);

    static TurnedAway of(Evidence evidence, Fate fate) {
        if (!fate.credentialed()) {
            if (fate.schemes().isEmpty() && !fate.answered(401)) {
                return CLOSED;
            }
            if (fate.schemes().isEmpty()) {
                return evidence.run().credentials().isEmpty()
                                && evidence.fates().stream()
                                        .allMatch(f -> f.schemes().isEmpty())
                        ? UNHEARD_OF
                        : UNDOCUMENTED;
            }
            return evidence.run().credentials().isEmpty() ? NO_CREDENTIALS : OTHER_SCHEMES;
        }
        if (fate.summary().credentialed().getOrDefault(401, 0L)
                < fate.summary().credentialed().getOrDefault(403, 0L)) {
            return NO_PERMISSION;
        }
        return evidence.run().lockOut().isPresent() ? EXPIRED : NOT_ACCEPTED;
    }

    /** By cause: first that there are no credentials at all, then those with the most operations. */
    static Map<TurnedAway, List<Fate>> byCause(Evidence evidence, List<Fate> fates) {
        Map<TurnedAway, List<Fate>> causes = fates.stream()
                .collect(Collectors.groupingBy(f -> of(evidence, f), LinkedHashMap::new, Collectors.toList()));
        Map<TurnedAway, List<Fate>> sorted = new LinkedHashMap<>();
        causes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<TurnedAway, List<Fate>> e) -> e.getKey() != NO_CREDENTIALS)
                        .thenComparing(e -> -e.getValue().size()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** The first of the causes. */
    static String mainly(Evidence evidence, List<Fate> fates) {
        return byCause(evidence, fates).entrySet().stream()
                .findFirst()
                .map(e -> e.getKey().why(evidence, e.getValue()))
                .orElse("");
    }

    private static List<String> schemes(List<Fate> fates) {
        return fates.stream().flatMap(f -> f.schemes().stream()).distinct().toList();
    }

    private static List<String> described(Evidence evidence, List<String> schemes) {
        return schemes.stream()
                .map(name -> {
                    Scheme scheme = evidence.api().schemes().get(name);
                    return "'" + name + "'" + (scheme == null ? "" : " (" + Schemes.described(scheme) + ")");
                })
                .toList();
    }

    private static String remedy(Evidence evidence, List<String> schemes) {
        return schemes.stream()
                .map(evidence.api().schemes()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Schemes::remedy)
                .orElse(Schemes.ANY);
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
