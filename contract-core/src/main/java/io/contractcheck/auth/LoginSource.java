package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logs in, and takes the credential out of the answer. */
record LoginSource(Grant.Login grant, Context context) implements TokenSource {
    @Override
    public Token fetch() {
        Disclosed.request(grant.headers(), context);
        Optional<String> payload = Payload.of(grant, context);
        AuthCall call = AuthCall.to("login", grant.method(), grant.url(), context);
        Response response = call.send(
                headers(payload.isPresent()),
                payload.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null));
        LoginAnswer answer = new LoginAnswer(call, response, context);
        answer.hide(grant.token());
        boolean redirected = response.status() >= 300 && response.status() < 400;
        // a form's login answers with a cookie, and where to go next
        if (response.status() / 100 != 2 && !(redirected && !(grant.token() instanceof Grant.Extract.Body))) {
            throw answer.refused();
        }
        return answer.token(grant.token());
    }

    private List<Header> headers(boolean withPayload) {
        List<Header> headers = new ArrayList<>(grant.headers());
        for (Header header : headers) {
            SecretReading.refusePlaceholders(
                    header.value(), "The header " + header.name() + " of the login" + context.whose(), context);
            Carried.refuseUnlessHeader(header.value(), "The header " + header.name() + " of the login", context);
        }
        if (Header.first(headers, "Accept").isEmpty()) {
            headers.add(new Header("Accept", "application/json, */*;q=0.8"));
        }
        if (withPayload && Header.first(headers, "Content-Type").isEmpty()) {
            headers.add(new Header("Content-Type", grant.contentType()));
        }
        return headers;
    }
}
