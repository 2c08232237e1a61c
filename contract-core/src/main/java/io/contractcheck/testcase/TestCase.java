package io.contractcheck.testcase;

import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;

/**
 * One call of an operation, before it is HTTP.
 *
 * @param operation what is called
 * @param parameters those that are sent, in document order
 * @param body if one is sent
 * @param intent what the case wants to be
 */
public record TestCase(Operation operation, List<ParameterValue> parameters, Optional<BodyValue> body, Intent intent) {

    public TestCase {
        parameters = List.copyOf(parameters);
    }
}
