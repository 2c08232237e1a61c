package io.contractcheck.it.depot;

import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.List;

/** What the depot reports. */
final class Reports {
    private static final long SLOW_MILLIS = 2000;

    private Reports() {}

    static Answer days(Asked asked) {
        if (asked.query().keySet().stream().anyMatch(name -> !name.equals("days"))) {
            return Answer.empty(500).by(Bug.UNKNOWN_PARAMETER);
        }
        List<String> given = asked.given("days");
        if (given.size() > 1) {
            return Answer.failed(
                            "/report",
                            "Duplicate key days (attempted merging values " + given.get(0) + " and " + given.get(1)
                                    + ")")
                    .by(Bug.TWICE);
        }
        List<String> client = asked.header("X-Client");
        if (client.size() > 1 || client.stream().anyMatch(c -> !c.matches("[a-z]{1,20}"))) {
            return Answer.problem(400, "Bad Request", "X-Client is a name");
        }
        int days = 30;
        for (String text : given) {
            BigDecimal whole = Asked.whole(text).orElse(BigDecimal.ZERO);
            if (whole.signum() <= 0 || whole.compareTo(BigDecimal.valueOf(366)) > 0) {
                return Answer.problem(400, "Bad Request", "days is a whole number from 1 to 366");
            }
            days = whole.intValue();
        }
        Answer answer = Answer.json(
                        200, Json.NODES.objectNode().put("days", days).put("items", 7))
                .with("X-Generated-In", "3 ms")
                .by(Bug.GENERATED_IN);
        if (days == 366) {
            pause();
            answer = answer.by(Bug.SLOW_YEAR);
        }
        return client.isEmpty() ? answer.by(Bug.NO_CLIENT) : answer;
    }

    static Answer year(String text) {
        BigDecimal year = Asked.whole(text).orElse(BigDecimal.ZERO);
        if (year.compareTo(BigDecimal.valueOf(2000)) < 0 || year.compareTo(BigDecimal.valueOf(2100)) > 0) {
            return Answer.problem(400, "Bad Request", "the year is one from 2000 to 2100");
        }
        return switch (Integer.signum(year.intValue() - 2024)) {
            case 0 -> Answer.json(200, Json.NODES.objectNode().put("items", 7));
            case 1 ->
                Answer.problem(404, "Not Found", "there is no data of " + year.intValue() + " yet")
                        .by(Bug.NO_DATA);
            default -> Answer.text(404, "404 page not found").by(Bug.NOT_ROUTED);
        };
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
