package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityScheme;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who calls: puts the credentials of users on requests, operation by operation as the document asks for them, and takes them off where
 * a case is sent by somebody else. Thread-safe.
 */
public final class Users {
    private final Known known;
    private final SentHeaders headers;
    /** Where the document has credentials travel. */
    private final List<Placement> documented;

    private final Roster roster;
    private final Disguise disguise;
    private final Forger forger;
    private final Clock clock;

    /**
     * What users need around them.
     *
     * @param transport for logins and token requests
     * @param baseUrl of the service, without a slash at its end
     * @param secrets learns every credential
     * @param clock tells when credentials end
     * @param warnings is told what users should know
     * @param early has what was got for the document already
     */
    public record Surroundings(
            Transport transport,
            String baseUrl,
            Secrets secrets,
            Clock clock,
            Consumer<String> warnings,
            Optional<DocumentAccess> early) {
        /** Nothing was got yet. */
        public Surroundings(
                Transport transport, String baseUrl, Secrets secrets, Clock clock, Consumer<String> warnings) {
            this(transport, baseUrl, secrets, clock, warnings, Optional.empty());
        }
    }

    /** Gets a credential of a user. */
    @FunctionalInterface
    interface Sources {
        TokenSource of(AuthSettings.User user, AuthSettings.Credential credential);
    }

    /**
     * A credential that is there.
     *
     * @param user its owner's name
     * @param credential what it is for; unique for the user
     * @param description how it was got, and what is known of it
     */
    public record Ready(String user, String credential, String description) {}

    /**
     * How often a credential was sent.
     *
     * @param user its owner's name
     * @param credential as in {@link Ready}
     * @param requests on how many requests
     */
    public record Used(String user, String credential, long requests) {}

    private Users(
            AuthSettings settings,
            List<Header> sent,
            Map<String, List<Header>> byOperation,
            Api api,
            Secrets secrets,
            Clock clock,
            Consumer<String> warnings,
            Optional<DocumentAccess> early,
            Sources sources) {
        this.known = Known.of(api);
        this.documented = known.places();
        this.headers = new SentHeaders(sent, byOperation, documented);
        this.clock = clock;
        List<Holder> holders = new ArrayList<>();
        for (AuthSettings.User user : settings.users()) {
            List<Held> held = user.credentials().stream()
                    .map(c -> {
                        Held made = new Held(user, c, sources.of(user, c), clock, warnings);
                        Optional<Token> got = early.flatMap(e -> e.got(c));
                        return got.isPresent() ? made.with(got.get()) : made;
                    })
                    .toList();
            holders.add(Fit.of(user, held, known));
        }
        this.roster = new Roster(holders);
        List<Placement> places = new ArrayList<>(known.places());
        places.addAll(headers.places());
        holders.stream()
                .flatMap(h -> h.all().stream())
                .forEach(h -> h.credential().placement().ifPresent(places::add));
        holders.stream()
                .flatMap(h -> h.all().stream())
                .filter(h -> h.grant() instanceof Grant.FixedHeaders)
                .forEach(h -> places.addAll(Spot.places(((Grant.FixedHeaders) h.grant()).headers())));
        this.disguise = new Disguise(List.copyOf(places), secrets);
        this.forger = new Forger(known, secrets);
    }

    /**
     * Users as configured. Nothing is got yet.
     *
     * @param headers sent with every request of the run's own user, in place of any of the same name; not only credentials
     * @throws AuthException if a credential suits nothing that the document asks for
     */
    public static Users of(AuthSettings settings, List<Header> headers, Api api, Surroundings around) {
        return of(settings, headers, Map.of(), api, around);
    }

    /**
     * Likewise, where some operations have headers of their own.
     *
     * @param byOperation all headers of those operations, by label
     * @throws AuthException if a credential suits nothing that the document asks for
     */
    public static Users of(
            AuthSettings settings,
            List<Header> headers,
            Map<String, List<Header>> byOperation,
            Api api,
            Surroundings around) {
        return new Users(
                settings,
                headers,
                byOperation,
                api,
                around.secrets(),
                around.clock(),
                around.warnings(),
                around.early(),
                (user, credential) -> TokenSources.of(
                        credential.grant(),
                        new Context(
                                settings.users().size() > 1 ? user.name() : "",
                                Variables.suffix(settings, user, credential),
                                around.transport(),
                                around.baseUrl(),
                                tokenUrl(api, credential),
                                around.secrets(),
                                around.clock())));
    }

    static Users of(
            AuthSettings settings,
            List<Header> headers,
            Api api,
            Secrets secrets,
            Clock clock,
            Consumer<String> warnings,
            Optional<DocumentAccess> early,
            Sources sources) {
        return new Users(settings, headers, Map.of(), api, secrets, clock, warnings, early, sources);
    }

    /** Makes secret what the headers carry where the document says that credentials travel, whatever the name. */
    public static void hide(List<Header> headers, Map<String, SecurityScheme> schemes, Secrets secrets) {
        ConfiguredHeaders.hide(headers, schemes, secrets);
    }

    private static Optional<String> tokenUrl(Api api, AuthSettings.Credential credential) {
        List<SecurityScheme.Flow> flows = api.securitySchemes().values().stream()
                .filter(s -> credential.scheme().map(s.name()::equals).orElse(true))
                .flatMap(s -> s.flows().stream())
                .filter(f -> f.tokenUrl().isPresent())
                .toList();
        return flows.stream()
                .filter(f -> f.name().equals("clientCredentials"))
                .findFirst()
                .or(() -> flows.stream().findFirst())
                .flatMap(SecurityScheme.Flow::tokenUrl);
    }

    /** The users' names; the first is whom the run is made as. None if only headers are configured, or nothing is. */
    public List<String> names() {
        return roster.users();
    }

    /** The scopes that a user is known to have: as configured, else those that come with its tokens. */
    public Optional<List<String>> scopes(String user) {
        return roster.holder(user).scopes();
    }

    /**
     * Gets every credential, so that what is wrong is known before anything is sent.
     *
     * @throws AuthException if one cannot be had
     */
    public List<Ready> ready() {
        return roster.ready(clock.instant());
    }

    /** What operations ask for and the run's own user has not: a warning for each security scheme. */
    public List<String> lacking(Api tested) {
        return own().map(holder -> Missing.of(holder, tested, known)).orElse(List.of());
    }

    /** How often each credential was sent. */
    public List<Used> used() {
        return roster.used();
    }

    /** The request with the credentials of whoever sends the case, before hooks see it. */
    public Request sign(TestCase testCase, Request request) {
        Optional<Identity> other = testCase.identity();
        if (other.isEmpty()) {
            return put(
                    testCase, headers.of(testCase.operation()).all(request, p -> !targets(testCase, p)), own(), true);
        }
        Request common = headers.of(testCase.operation()).harmless(request);
        return other.get() instanceof Identity.User user
                ? put(testCase, common, Optional.of(roster.holder(user.name())), false)
                : common;
    }

    /**
     * The request as its sender would send it, after hooks. Nothing changes for the run's own user; off any other's request everything is
     * taken that hooks may have put on to say who sends it.
     *
     * @param written by the case alone
     * @param whole after hooks
     * @return nothing if there is no such request, such as one with a token that is no signed one under a wrong signature
     */
    public Optional<Request> settle(TestCase testCase, Request written, Request whole) {
        Optional<Identity> other = testCase.identity();
        if (other.isEmpty()) {
            return Optional.of(whole);
        }
        ConfiguredHeaders configured = headers.of(testCase.operation());
        Request nobody = configured.restored(disguise.apply(written, whole));
        if (other.get() instanceof Identity.User user) {
            return Optional.of(put(testCase, nobody, Optional.of(roster.holder(user.name())), true));
        }
        return other.get() instanceof Identity.Forged forged
                ? forger.forge(forged, configured, testCase.operation(), own(), nobody)
                : Optional.of(nobody);
    }

    private Request put(TestCase testCase, Request request, Optional<Holder> holder, boolean counted) {
        Request result = request;
        for (Spot spot : holder.map(h -> h.choose(testCase.operation()).spots()).orElse(List.of())) {
            if (spot.places().stream().noneMatch(p -> targets(testCase, p))) {
                result = spot.put(result);
                if (counted) {
                    spot.held().used();
                }
            }
        }
        return result;
    }

    /** Whether what is wrong with the case is what stands there, so that it is left alone. */
    private static boolean targets(TestCase testCase, Placement place) {
        if (!(testCase.intent() instanceof Intent.Negative negative)) {
            return false;
        }
        Mutation mutation = negative.mutation();
        return mutation.location().name().equals(place.in().name())
                && mutation.parameter()
                        .filter(n -> Spot.is(place, place.in(), n))
                        .isPresent();
    }

    /** The parameters of the case's operation whose values are the sender's, not the case's. */
    public Predicate<Parameter> senders(TestCase testCase) {
        if (testCase.identity().isPresent()) {
            return parameter -> disguise.isPlace(parameter.in(), parameter.name());
        }
        return parameter -> Stream.concat(
                        headers.places(testCase.operation()).stream(),
                        own().stream()
                                .flatMap(h -> h.choose(testCase.operation()).spots().stream())
                                .flatMap(s -> s.places().stream()))
                .anyMatch(p -> Spot.is(p, parameter.in(), parameter.name()));
    }

    /**
     * Whether an answer of the operation tells that the credential is taken: without it, the answer must be 401. Where the document asks for
     * credentials nowhere, any operation has to do.
     */
    public boolean proves(Ready ready, Operation operation) {
        Holder holder = roster.holder(ready.user());
        Holder.Choice choice = holder.choose(operation);
        boolean shown = choice.spots().stream().anyMatch(s -> ready.credential().equals(roster.name(s.held())));
        return shown && (!known.required() || choice.whole() && operation.requiresCredentials());
    }

    /** Whether a request carries all that an operation asks for, whoever put it there. */
    public boolean shows(Operation operation, Request request) {
        return operation.requiresCredentials()
                && operation.security().stream()
                        .anyMatch(a -> a.schemes().keySet().stream()
                                .allMatch(s -> known.place(s)
                                        .flatMap(p -> Carrier.read(request, p.in(), p.name()))
                                        .isPresent()));
    }

    /** Whether an operation is closed to those without credentials. */
    public boolean asks(Operation operation) {
        return operation.requiresCredentials();
    }

    /** Gets a credential anew, where that may help; whether it did. */
    public boolean renew(Ready ready) {
        return roster.held(ready).renew();
    }

    /** What to say of a credential that was refused: whose, got how, of which length, what it says of itself, and where to look. */
    public String refused(Ready ready, String operation, Optional<String> challenge) {
        return Refusal.of(roster.held(ready), ready, operation, challenge, clock.instant());
    }

    /** A credential that has ended already, for those that say so. */
    public Optional<String> ended(Ready ready) {
        return Refusal.ended(roster.held(ready), clock.instant())
                .map(end -> "The credential" + Context.whose(ready.user()) + " (" + ready.description() + "): " + end
                        + " It is sent all the same.");
    }

    /**
     * After a 401: whether there are other credentials now with which the case should be sent once more.
     *
     * @param sent the request that was refused
     */
    public boolean renew(TestCase testCase, Request sent) {
        boolean other = false;
        for (Spot spot : renewable(testCase)) {
            other |= spot.held()
                    .renew(sent, spot.placement(), testCase.operation().label());
        }
        return other;
    }

    /** What came of the request that was sent once more. */
    public void tried(TestCase testCase, boolean accepted) {
        renewable(testCase)
                .forEach(s -> s.held().tried(accepted, testCase.operation().label()));
    }

    private List<Spot> renewable(TestCase testCase) {
        return testCase.identity().isPresent()
                ? List.of()
                : own().map(h -> h.choose(testCase.operation()).spots()).orElse(List.of()).stream()
                        .filter(s -> s.held().renewable())
                        .filter(s -> s.places().stream().noneMatch(p -> targets(testCase, p)))
                        .toList();
    }

    /** Whether there are credentials on a request as it is sent, whoever put them there. */
    public boolean credentialed(Operation operation, Request request) {
        for (Placement place : headers.places(operation)) {
            if (Carrier.read(request, place.in(), place.name()).isPresent()) {
                return true;
            }
        }
        if (own().isPresent()
                && own().get().choose(operation).spots().stream()
                        .flatMap(s -> s.places().stream())
                        .anyMatch(p -> Carrier.read(request, p.in(), p.name()).isPresent())) {
            return true;
        }
        // what hooks put on: a value of the case itself is none
        for (Placement place : documented) {
            if (!declares(operation, place.in(), place.name())
                    && Carrier.read(request, place.in(), place.name()).isPresent()) {
                return true;
            }
        }
        for (Header header : request.headers()) {
            if (header.is("Cookie")
                    ? Carrier.cookies(request).stream()
                            .anyMatch(c -> !declares(operation, ParameterLocation.COOKIE, c.name()))
                    : Secrets.carriesCredentials(header.name())
                            && !declares(operation, ParameterLocation.HEADER, header.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Operation operation, ParameterLocation in, String name) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() == in
                    && (in == ParameterLocation.HEADER
                            ? parameter.name().equalsIgnoreCase(name)
                            : parameter.name().equals(name))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Holder> own() {
        List<Holder> holders = roster.holders();
        return holders.isEmpty() ? Optional.empty() : Optional.of(holders.get(0));
    }
}
