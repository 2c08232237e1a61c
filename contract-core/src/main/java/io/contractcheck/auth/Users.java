package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityRequirement;
import io.contractcheck.openapi.SecurityScheme;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who calls: puts the credentials of users on requests, operation by operation as the document asks for them, and takes them off where
 * a case is sent by somebody else. Thread-safe.
 */
public final class Users {
    private final Known known;
    private final ConfiguredHeaders headers;
    private final List<Holder> holders;
    private final Map<Held, String> names = new LinkedHashMap<>();
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
            List<Header> configured,
            Api api,
            Secrets secrets,
            Clock clock,
            Consumer<String> warnings,
            Optional<DocumentAccess> early,
            Sources sources) {
        this.known = Known.of(api);
        this.headers = new ConfiguredHeaders(configured, known.places());
        this.clock = clock;
        this.holders = new ArrayList<>();
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
        holders.forEach(this::name);
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
        this.forger = new Forger(secrets);
    }

    /**
     * Users as configured. Nothing is got yet.
     *
     * @param headers sent with every request of the run's own user, in place of any of the same name; not only credentials
     * @throws AuthException if a credential suits nothing that the document asks for
     */
    public static Users of(AuthSettings settings, List<Header> headers, Api api, Surroundings around) {
        return of(
                settings,
                headers,
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
        return new Users(settings, headers, api, secrets, clock, warnings, early, sources);
    }

    /** Makes secret what the headers carry where the document says that credentials travel, whatever the name. */
    public static void hide(List<Header> headers, Map<String, SecurityScheme> schemes, Secrets secrets) {
        ConfiguredHeaders.hide(headers, schemes, secrets);
    }

    private static Optional<String> tokenUrl(Api api, AuthSettings.Credential credential) {
        return api.securitySchemes().values().stream()
                .filter(s -> credential.scheme().map(s.name()::equals).orElse(true))
                .flatMap(s -> s.flows().stream())
                .filter(f -> f.name().equals("clientCredentials"))
                .flatMap(f -> f.tokenUrl().stream())
                .findFirst();
    }

    private void name(Holder holder) {
        Set<String> taken = new LinkedHashSet<>();
        for (Held held : holder.all()) {
            List<String> schemes = holder.schemes().entrySet().stream()
                    .filter(e -> e.getValue().held() == held)
                    .map(Map.Entry::getKey)
                    .toList();
            String name = schemes.isEmpty() ? Describing.kind(held.grant()) : String.join(", ", schemes);
            String unique = name;
            for (int i = 2; !taken.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            names.put(held, unique);
        }
    }

    /** The users' names; the first is whom the run is made as. None if only headers are configured, or nothing is. */
    public List<String> names() {
        return holders.stream().map(h -> h.user().name()).toList();
    }

    /** The scopes that a user is known to have: as configured, else those that come with its tokens. */
    public Optional<List<String>> scopes(String user) {
        return holder(user).scopes();
    }

    /**
     * Gets every credential, so that what is wrong is known before anything is sent.
     *
     * @throws AuthException if one cannot be had
     */
    public List<Ready> ready() {
        List<Ready> ready = new ArrayList<>();
        names.forEach((held, name) -> ready.add(
                new Ready(held.user().name(), name, Describing.whole(held, where(held, name), clock.instant()))));
        return ready;
    }

    private String where(Held held, String name) {
        Holder holder = holder(held.user().name());
        boolean serves = holder.schemes().values().stream().anyMatch(s -> s.held() == held);
        boolean always = holder.always().stream().anyMatch(s -> s.held() == held);
        return serves ? "for scheme " + name : always ? "sent with every request" : "for no scheme of the document";
    }

    /** What operations ask for and the run's own user has not: a warning for each security scheme. */
    public List<String> lacking(Api tested) {
        return own().map(holder -> Missing.of(holder, tested, known)).orElse(List.of());
    }

    /** How often each credential was sent. */
    public List<Used> used() {
        List<Used> used = new ArrayList<>();
        names.forEach((held, name) -> used.add(new Used(held.user().name(), name, held.uses())));
        return used;
    }

    /** The request with the credentials of whoever sends the case, before hooks see it. */
    public Request sign(TestCase testCase, Request request) {
        Optional<Identity> other = testCase.identity();
        if (other.isEmpty()) {
            return put(testCase, headers.all(request, p -> !targets(testCase, p)), own(), true);
        }
        Request common = headers.harmless(request);
        return other.get() instanceof Identity.User user
                ? put(testCase, common, Optional.of(holder(user.name())), false)
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
        Request nobody = disguise.apply(written, whole);
        if (other.get() instanceof Identity.User user) {
            return Optional.of(put(testCase, nobody, Optional.of(holder(user.name())), true));
        }
        return other.get() instanceof Identity.Forged forged ? forged(testCase, forged, nobody) : Optional.of(nobody);
    }

    private Optional<Request> forged(TestCase testCase, Identity.Forged forged, Request nobody) {
        Operation operation = testCase.operation();
        Optional<Placement> place = own().map(h -> h.schemes().get(forged.scheme()))
                .map(s -> s.places().size() == 1
                        ? s.placement()
                        : known.place(forged.scheme()).orElse(s.placement()))
                .or(() -> known.place(forged.scheme()));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Placement at = place.get();
        Request honest = put(testCase, headers.all(nobody, p -> true), own(), false);
        Optional<String> real = Carrier.read(honest, at.in(), at.name()).map(v -> bare(v, at.template()));
        Request result = nobody;
        for (String scheme : beside(operation, forged.scheme())) {
            Spot spot = own().map(h -> h.schemes().get(scheme)).orElse(null);
            if (spot != null) {
                result = spot.put(result);
            } else if (known.place(scheme).isPresent()) {
                Placement there = known.place(scheme).get();
                Optional<String> value = Carrier.read(honest, there.in(), there.name());
                result = value.isPresent() ? Carrier.put(result, there.in(), there.name(), value.get()) : result;
            }
        }
        Request others = result;
        return forger.forge(forged, known.schemes().get(forged.scheme()), at.template(), real)
                .map(value ->
                        Carrier.put(others, at.in(), at.name(), at.template().replace(Placement.TOKEN, value)));
    }

    /** The other schemes of the first alternative that has this one. */
    private static List<String> beside(Operation operation, String scheme) {
        return operation.security().stream()
                .map(SecurityRequirement::schemes)
                .filter(s -> s.containsKey(scheme))
                .findFirst()
                .map(s -> s.keySet().stream().filter(n -> !n.equals(scheme)).toList())
                .orElse(List.of());
    }

    private static String bare(String value, String template) {
        String before = template.substring(0, Math.max(0, template.indexOf(Placement.TOKEN)));
        return value.regionMatches(true, 0, before, 0, before.length()) ? value.substring(before.length()) : value;
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
        Set<Placement> places = new LinkedHashSet<>(headers.places());
        own().ifPresent(h -> h.choose(testCase.operation()).spots().forEach(s -> places.addAll(s.places())));
        return parameter -> places.stream().anyMatch(p -> Spot.is(p, parameter.in(), parameter.name()));
    }

    /**
     * Whether an answer of the operation tells that the credential is taken: without it, the answer must be 401. Where the document asks for
     * credentials nowhere, any operation has to do.
     */
    public boolean proves(Ready ready, Operation operation) {
        Holder holder = holder(ready.user());
        Holder.Choice choice = holder.choose(operation);
        boolean shown = choice.spots().stream().anyMatch(s -> ready.credential().equals(names.get(s.held())));
        return shown && (!known.required() || choice.whole() && required(operation));
    }

    /** Whether a request carries all that an operation asks for, whoever put it there. */
    public boolean shows(Operation operation, Request request) {
        return required(operation)
                && operation.security().stream()
                        .anyMatch(a -> a.schemes().keySet().stream()
                                .allMatch(s -> known.place(s)
                                        .flatMap(p -> Carrier.read(request, p.in(), p.name()))
                                        .isPresent()));
    }

    /** Whether an operation is closed to those without credentials. */
    public boolean asks(Operation operation) {
        return required(operation);
    }

    private static boolean required(Operation operation) {
        return !operation.security().isEmpty()
                && operation.security().stream().noneMatch(a -> a.schemes().isEmpty());
    }

    /** Gets a credential anew, where that may help; whether it did. */
    public boolean renew(Ready ready) {
        return held(ready).renew();
    }

    /** What to say of a credential that was refused: whose, got how, of which length, what it says of itself, and where to look. */
    public String refused(Ready ready, String operation, Optional<String> challenge) {
        return Refusal.of(held(ready), ready, operation, challenge, clock.instant());
    }

    /** A credential that has ended already, for those that say so. */
    public Optional<String> ended(Ready ready) {
        return Refusal.ended(held(ready), clock.instant())
                .map(end -> "The credential" + Context.whose(ready.user()) + " (" + ready.description() + "): " + end
                        + " It is sent all the same.");
    }

    private Held held(Ready ready) {
        return holder(ready.user()).all().stream()
                .filter(h -> ready.credential().equals(names.get(h)))
                .findFirst()
                .orElseThrow();
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
        Set<Placement> places = new LinkedHashSet<>(headers.places());
        own().ifPresent(h -> h.choose(operation).spots().forEach(s -> places.addAll(s.places())));
        if (places.stream()
                .anyMatch(p -> Carrier.read(request, p.in(), p.name()).isPresent())) {
            return true;
        }
        // what hooks put on: a value of the case itself is none
        Predicate<Placement> declared =
                p -> operation.parameters().stream().anyMatch(q -> Spot.is(p, q.in(), q.name()));
        return known.places().stream()
                        .filter(declared.negate())
                        .anyMatch(p -> Carrier.read(request, p.in(), p.name()).isPresent())
                || request.headers().stream()
                        .filter(h -> Secrets.carriesCredentials(h.name()))
                        .map(h -> new Placement(ParameterLocation.HEADER, h.name(), Placement.TOKEN))
                        .anyMatch(declared.negate().and(p -> !p.name().equalsIgnoreCase("Cookie")))
                || Carrier.cookies(request).stream()
                        .map(c -> new Placement(ParameterLocation.COOKIE, c.name(), Placement.TOKEN))
                        .anyMatch(declared.negate());
    }

    private Optional<Holder> own() {
        return holders.stream().findFirst();
    }

    private Holder holder(String user) {
        return holders.stream()
                .filter(h -> h.user().name().equals(user))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no user is named '" + user + "'; there are: "
                        + names().stream().collect(Collectors.joining(", "))));
    }
}
