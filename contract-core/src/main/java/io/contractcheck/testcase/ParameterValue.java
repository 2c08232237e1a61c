package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Parameter;

/**
 * A parameter and the value it gets in a case.
 *
 * @param parameter as documented
 * @param value before it is written in the parameter's style
 */
public record ParameterValue(Parameter parameter, JsonNode value) {}
