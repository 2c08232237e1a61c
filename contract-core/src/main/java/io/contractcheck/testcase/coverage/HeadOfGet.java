package io.contractcheck.testcase.coverage;

import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.stream.Stream;

/** HEAD of a GET, which every server of the GET answers (RFC 9110, section 9.3.2), unless the document has a HEAD of its own. */
final class HeadOfGet implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        if (!baseline.operation().method().equals("GET")
                || baseline.operation().pathMethods().contains("HEAD")) {
            return Stream.empty();
        }
        return Stream.of(baseline.template()
                .withBody(Optional.empty())
                .with(new Deviation.Method("HEAD"))
                .withIntent(new Intent.Positive("HEAD, which answers as GET does, without a body", Focus.NOTHING)));
    }
}
